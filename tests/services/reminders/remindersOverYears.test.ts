/** Two years of a person with reminders, in twelve zones: each occurrence is told once, or is missed once, and nothing else is told. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reminding } from '#shared/contract/reminders'
import {
  noReminders,
  type Occurrence,
  type Reminder,
  type ReminderPlan,
  reminderStateSchema,
} from '#shared/domain/reminder/reminder'
import { wallOf } from '#shared/domain/reminder/reminderTimes'
import { snoozeSchema } from '#shared/domain/reminder/snooze'
import { createReminders } from '../../../src/main/services/reminders/reminders'
import { createWrittenDays } from '../../../src/main/services/reminders/writtenDays'
import { runs, sampled } from '../../effort'
import { createToldOnce, dayLater, journalDay, keyOf, type World } from './toldOnce'

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Cairo',
  'UTC',
  'America/Nuuk',
  'America/St_Johns',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Pacific/Chatham',
]
const ids = [1, 2, 3].map((digit) => `${digit}`.repeat(8).concat('-1111-4111-8111-111111111111'))
const twoYears = 2 * 366 * 24 * 60
/** Minutes by which the clock is wrong at most, either way: what is remembered reaches back over both. */
const mostWrong = 3_000

const templates = ['daily', 'weekly', 'free']

const two = (number: number) => String(number).padStart(2, '0')
const wallTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45, 59))
  .map((t) => t.map(two).join(':'))
const reminders: fc.Arbitrary<Reminder[]> = fc
  .array(
    fc.record({
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      time: wallTime,
      onlyIfUnwritten: fc.boolean(),
      silencedBy: fc.constantFrom(undefined, 'template', 'any', 'week', 'week', 'a newer word'),
      template: fc.constantFrom(...templates),
      enabled: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((given) => given.map((part, at) => ({ ...part, id: ids[at] ?? '', name: `Reminder ${at}` }) as Reminder))

/** In days from today. */
const planChange = fc.oneof(
  { weight: 3, arbitrary: fc.record({ reminders }) },
  { weight: 2, arbitrary: fc.record({ paused: fc.option(fc.integer({ min: 1, max: 25 })) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      holidays: fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 8 })), { maxLength: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      dayEnds: fc.constantFrom('00:00', '02:30', '04:00', '06:00'),
      weekStart: fc.constantFrom(1, 6, 7),
    }),
  },
)

const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary })
const minutes = (min: number, max: number) => fc.integer({ min, max })
const step = fc.oneof(
  weighted(
    55,
    fc.record({
      kind: fc.constant('tick' as const),
      minutes: minutes(1, 900),
      diskFails: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    }),
  ),
  weighted(
    6,
    fc.record({ kind: fc.constant('tick' as const), minutes: minutes(900, 60_000), diskFails: fc.constant(false) }),
  ),
  weighted(5, fc.record({ kind: fc.constant('jump' as const), minutes: minutes(-mostWrong, mostWrong) })),
  weighted(3, fc.record({ kind: fc.constant('zone' as const), zone: fc.constantFrom(...zones) })),
  weighted(6, fc.record({ kind: fc.constant('restart' as const) })),
  weighted(
    6,
    fc.record({
      kind: fc.constant('write' as const),
      isGone: fc.boolean(),
      template: fc.constantFrom(...templates),
    }),
  ),
  weighted(6, fc.record({ kind: fc.constant('plan' as const), change: planChange })),
  weighted(
    14,
    fc.record({
      kind: fc.constant('answer' as const),
      which: fc.nat(5),
      given: fc.constantFrom('open' as const, 'skip' as const, ...snoozeSchema.options, ...snoozeSchema.options),
    }),
  ),
  weighted(3, fc.record({ kind: fc.constant('skipNext' as const) })),
  weighted(3, fc.record({ kind: fc.constant('dismiss' as const) })),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function live(zone: string, start: string, firstPlan: Reminder[] | null, steps: readonly Step[]): Promise<void> {
  const began = Date.parse(start) / 60_000
  const world: World = { plan: noReminders, dayEnds: '00:00', weekStart: 1, written: new Map() }
  let plan: ReminderPlan | undefined
  let [real, wrong, here] = [began, 0, zone]
  let disk: string | null = null
  let diskFails = false
  let failed = 0
  const shown: string[] = []
  let told: Reminding | null = null
  const now = () => ({ at: new Date((real + wrong) * 60_000).toISOString(), zone: here })
  const wall = () => wallOf(now())
  const today = () => wall().slice(0, 10)
  const begin = () => {
    const written = createWrittenDays(async (day) => [...(world.written.get(day) ?? [])])
    const reminders = createReminders({
      clock: { now, instant: () => now().at },
      locale: 'en-GB',
      settings: () => ({ plan, dayEnds: world.dayEnds, weekStart: world.weekStart }),
      stored: () => (disk === null ? null : reminderStateSchema.parse(JSON.parse(disk))),
      async store(state) {
        if (diskFails) throw new Error('made up')
        disk = JSON.stringify(state)
      },
      written,
      notifier: {
        async show({ title }) {
          shown.push(title)
          return true
        },
      },
      emit: (reminding) => {
        told = reminding
      },
      open: () => {},
      failed: () => {
        failed += 1
      },
    })
    return { reminders, written }
  }
  let running = begin()
  const oracle = createToldOnce(world, wall())

  function agreeOnShown(): void {
    const title = oracle.look(wall(), here)
    expect(shown.splice(0), `${wall()} ${here}`).toEqual(title === null ? [] : [title])
  }
  function agreeOnLists(): void {
    const keys = (list: readonly Occurrence[] = []) => list.map(keyOf).sort()
    expect(keys(told?.waiting), `waiting, ${wall()} ${here}`).toEqual(oracle.waiting())
    expect(keys(told?.missed), `missed, ${wall()} ${here}`).toEqual(oracle.missed())
  }
  async function look(looking = () => running.reminders.look()): Promise<void> {
    const failures = failed
    await looking()
    // What could not be stored is not shown, and comes with the next look.
    if (failed > failures) expect(shown).toEqual([])
    else {
      agreeOnShown()
      agreeOnLists()
    }
  }
  async function change(
    part: Partial<ReminderPlan>,
    { dayEnds = world.dayEnds, weekStart = world.weekStart } = {},
  ): Promise<void> {
    await running.reminders.changePlan(async () => {
      agreeOnShown()
      world.plan = { ...world.plan, ...part }
      world.dayEnds = dayEnds
      world.weekStart = weekStart
      plan = world.plan
    })
    agreeOnLists()
  }

  await look()
  if (firstPlan !== null) await change({ reminders: firstPlan })
  for (const happens of steps) {
    if (real - began > twoYears) break
    if (happens.kind === 'tick') {
      real += happens.minutes
      diskFails = happens.diskFails
      await look()
      diskFails = false
    } else if (happens.kind === 'jump') {
      wrong = Math.max(-mostWrong, Math.min(mostWrong, wrong + happens.minutes))
      await look()
    } else if (happens.kind === 'zone') {
      here = happens.zone
      await look()
    } else if (happens.kind === 'restart') {
      running = begin()
      await look()
    } else if (happens.kind === 'write') {
      const day = journalDay(wall(), world.dayEnds)
      const { isGone, template } = happens
      const pages = world.written.get(day) ?? new Set()
      if (isGone) pages.delete(template)
      else pages.add(template)
      world.written.set(day, pages)
      // One entry of each template a day.
      const id = `${day} ${template}`
      running.written.changed(isGone ? undefined : { id, day, template, firstWords: 'Words' })
      await look(() => running.reminders.entriesChanged())
    } else if (happens.kind === 'dismiss') {
      await running.reminders.dismissMissed()
      oracle.dismiss()
      await look()
    } else if (happens.kind === 'answer' || happens.kind === 'skipNext') {
      const { waiting, next } = running.reminders.read()
      const coming = next.find(({ comes }) => comes.day === today())
      const one = happens.kind === 'answer' ? waiting[happens.which % waiting.length] : coming
      if (one === undefined) continue
      const given = happens.kind === 'answer' ? happens.given : 'skip'
      await running.reminders.answer(one, given)
      oracle.answer(one, given, wall())
      await look()
    } else if ('reminders' in happens.change) await change({ reminders: happens.change.reminders })
    else if ('paused' in happens.change)
      await change({ pausedUntil: happens.change.paused === null ? null : dayLater(today(), happens.change.paused) })
    else if ('holidays' in happens.change)
      await change({
        holidays: happens.change.holidays.map(([from, days]) => ({
          from: dayLater(today(), from),
          to: dayLater(today(), from + days),
        })),
      })
    else await change({}, happens.change)
  }
}

test.each(sampled(zones, 3))('over two years from %s', { timeout: 600_000 }, async (zone) => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('2025-01-01T00:00:00Z', '2011-01-01T00:00:00Z'),
      fc.option(reminders, { freq: 6 }),
      fc.array(step, { minLength: 300, maxLength: 900, size: 'max' }),
      (start, plan, steps) => live(zone, start, plan, steps),
    ),
    { numRuns: runs({ all: 1, deep: 100 }) },
  )
})
