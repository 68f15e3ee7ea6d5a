import { describe, expect, test } from 'vitest'
import type { Moment } from '#shared/domain/day'
import { noReminders, type Occurrence, type Reminder, type ReminderPlan } from '#shared/domain/reminder/reminder'
import { daysToAskFor, freshReminderState, lookAtReminders } from '#shared/domain/reminder/reminderLook'
import { daysThatSilence } from '#shared/domain/reminder/reminderSilence'
import { nextOccurrences, occurrencesBetween, wallOf } from '#shared/domain/reminder/reminderTimes'
import { answerOccurrence, snoozesAt, snoozeUntil } from '#shared/domain/reminder/snooze'

const ids = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const
const [dailyId, weeklyId] = ids

function reminder(part: Partial<Reminder> = {}): Reminder {
  return {
    id: dailyId,
    name: 'Daily reflection',
    weekdays: [1, 2, 3, 4, 5],
    time: '16:45',
    template: 'daily',
    onlyIfUnwritten: false,
    enabled: true,
    ...part,
  }
}

const planOf = (...reminders: Reminder[]): ReminderPlan => ({ ...noReminders, reminders })
const daily = planOf(reminder())
const both = planOf(reminder(), reminder({ id: weeklyId, name: 'Weekly review', weekdays: [5], time: '16:00' }))

/** A person's device: a clock that a test sets, and what the rule told. */
function device(first: Moment, given: { plan?: ReminderPlan; dayEnds?: string } = {}) {
  const { dayEnds = '00:00' } = given
  const known = {
    plan: given.plan ?? daily,
    now: first,
    state: freshReminderState(first),
    /** Templates, by their day. */
    written: new Map<string, string[]>(),
    shown: [] as string[],
  }
  const nameOf = ({ reminder: id, day, time }: Occurrence) => `${id === dailyId ? 'daily' : 'weekly'} ${day} ${time}`
  return {
    known,
    at(at: string, zone = known.now.zone) {
      known.now = { at, zone }
      const needs = { plan: known.plan, state: known.state, now: known.now, dayEnds, weekStart: 1 }
      const asked = daysToAskFor(needs)
      const look = lookAtReminders({
        ...needs,
        writtenOn(day) {
          if (!asked.includes(day)) throw new Error(`${day} was not asked for`)
          return known.written.get(day) ?? []
        },
      })
      known.state = look.state
      const told = look.show.map(nameOf)
      known.shown.push(...told)
      return told
    },
    missed: () => known.state.missed.filter(({ told }) => !told).map(nameOf),
    waiting: () => known.state.waiting.map(nameOf),
  }
}

const monday = { at: '2026-03-02T15:44:50Z', zone: 'Europe/Berlin' }

describe('an occurrence', () => {
  test('comes at its wall time, once', () => {
    const { at } = device(monday)
    expect(at('2026-03-02T15:44:59Z')).toEqual([])
    expect(at('2026-03-02T15:45:00Z')).toEqual(['daily 2026-03-02 16:45'])
    expect(at('2026-03-02T15:45:15Z')).toEqual([])
  })

  test('comes up to six hours late on the same day, and later only in the app', () => {
    const late = device(monday)
    expect(late.at('2026-03-02T21:45:00Z')).toEqual(['daily 2026-03-02 16:45'])
    expect(device(monday).at('2026-03-02T21:46:00Z')).toEqual([])
    const next = device(monday)
    expect(next.at('2026-03-03T08:00:00Z')).toEqual([])
    expect(next.missed()).toEqual(['daily 2026-03-02 16:45'])
  })

  test('is late on the same day as the person ends their days', () => {
    const night = planOf(reminder({ time: '23:30' }))
    const owl = device(monday, { plan: night, dayEnds: '04:00' })
    expect(owl.at('2026-03-03T01:00:00Z')).toEqual(['daily 2026-03-02 23:30'])
    const other = device(monday, { plan: night })
    expect(other.at('2026-03-03T01:00:00Z')).toEqual([])
    expect(other.missed()).toHaveLength(1)
  })

  test('of several at once each comes, the earlier first', () => {
    const { at } = device({ at: '2026-03-06T14:00:00Z', zone: 'Europe/Berlin' }, { plan: both })
    expect(at('2026-03-06T16:00:00Z')).toEqual(['weekly 2026-03-06 16:00', 'daily 2026-03-06 16:45'])
  })

  test('is not silent for a page of another template, unless any page counts', () => {
    for (const [silencedBy, comes] of [
      [undefined, true],
      ['template', true],
      ['a newer app’s word', true],
      ['any', false],
    ] as const) {
      const plan = planOf(reminder({ onlyIfUnwritten: true, ...(silencedBy === undefined ? {} : { silencedBy }) }))
      const one = device(monday, { plan })
      one.known.written.set('2026-03-02', ['free'])
      expect(one.at('2026-03-02T15:45:00Z'), silencedBy).toEqual(comes ? ['daily 2026-03-02 16:45'] : [])
      one.known.written.set('2026-03-02', ['free', 'daily'])
      one.at('2026-03-02T15:46:00Z')
      expect(one.waiting()).toEqual([])
    }
  })

  test('can be silent for the whole week, until its day, where weeks begin', () => {
    const weekly = reminder({ weekdays: [5], template: 'weekly', onlyIfUnwritten: true, silencedBy: 'week' })
    const comes = (writtenOn: string, template = 'weekly') => {
      const one = device({ at: '2026-03-05T08:00:00Z', zone: 'Europe/Berlin' }, { plan: planOf(weekly) })
      one.known.written.set(writtenOn, [template])
      return one.at('2026-03-06T15:45:00Z').length > 0
    }
    expect(comes('2026-03-02')).toBe(false)
    expect(comes('2026-03-06')).toBe(false)
    // Last week's, and a page of a day.
    expect(comes('2026-03-01')).toBe(true)
    expect(comes('2026-03-05', 'daily')).toBe(true)
    expect(daysThatSilence(weekly, '2026-03-06', 7)[5]).toBe('2026-03-01')
    expect(daysThatSilence(weekly, '2026-03-06', 6)).toHaveLength(7)
    expect(daysThatSilence(weekly, '2026-03-06', 5)).toEqual(['2026-03-06'])
  })

  test('is silent when the day is written, and what waits goes when it is', () => {
    const plan = planOf(reminder({ onlyIfUnwritten: true }))
    const one = device(monday, { plan })
    one.known.written.set('2026-03-02', ['daily'])
    expect(one.at('2026-03-02T15:45:00Z')).toEqual([])
    expect(one.missed()).toEqual([])
    expect(one.at('2026-03-03T15:45:00Z')).toEqual(['daily 2026-03-03 16:45'])
    expect(one.waiting()).toHaveLength(1)
    one.known.written.set('2026-03-03', ['daily'])
    one.at('2026-03-03T16:00:00Z')
    expect(one.waiting()).toEqual([])
  })

  test('does not come on a holiday, nor before the day until which all is paused', () => {
    const plan = { ...daily, pausedUntil: '2026-03-04', holidays: [{ from: '2026-03-05', to: '2026-03-06' }] }
    const { at, missed, known } = device(monday, { plan })
    for (let day = 2; day <= 9; day += 1) at(`2026-03-0${day}T16:00:00Z`)
    expect(known.shown).toEqual(['daily 2026-03-04 16:45', 'daily 2026-03-09 16:45'])
    expect(missed()).toEqual([])
  })

  test('comes again on the same day when its time was changed to a later one', () => {
    const { at, known } = device(monday)
    at('2026-03-02T15:45:00Z')
    known.plan = planOf(reminder({ time: '17:00' }))
    expect(at('2026-03-02T16:00:00Z')).toEqual(['daily 2026-03-02 17:00'])
  })
})

describe('clocks and zones', () => {
  test('a time that the clocks jump over comes when they have; one that they pass twice comes once', () => {
    const early = planOf(reminder({ weekdays: [7], time: '02:30' }))
    const spring = device({ at: '2026-03-29T00:00:00Z', zone: 'Europe/Berlin' }, { plan: early })
    expect(spring.at('2026-03-29T00:59:59Z')).toEqual([])
    expect(spring.at('2026-03-29T01:00:00Z')).toEqual(['daily 2026-03-29 02:30'])
    const autumn = device({ at: '2026-10-25T00:00:00Z', zone: 'Europe/Berlin' }, { plan: early })
    expect(autumn.at('2026-10-25T00:30:00Z')).toEqual(['daily 2026-10-25 02:30'])
    expect(autumn.at('2026-10-25T01:00:00Z')).toEqual([])
    expect(autumn.at('2026-10-25T01:30:00Z')).toEqual([])
  })

  test('a traveller is asked once for each day, at the time of the place they are in', () => {
    const { at, known } = device({ at: '2026-03-02T12:00:00Z', zone: 'Europe/Berlin' })
    at('2026-03-02T15:45:00Z')
    expect(at('2026-03-02T21:45:00Z', 'America/New_York')).toEqual([])
    expect(at('2026-03-03T21:45:00Z')).toEqual(['daily 2026-03-03 16:45'])
    // Eastwards over the hour of the reminder.
    expect(at('2026-03-04T17:00:00Z', 'Asia/Kathmandu')).toEqual(['daily 2026-03-04 16:45'])
    expect(known.shown).toHaveLength(3)
  })

  test('a day that a zone leaves out has no reminder', () => {
    const every = planOf(reminder({ weekdays: [1, 2, 3, 4, 5, 6, 7] }))
    const names = [...occurrencesBetween(every, '2011-12-28T00:00:00', '2012-01-01T00:00:00', 'Pacific/Apia')]
    expect(names.map(({ day }) => day)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31'])
  })

  test('a clock that was a year ahead for a moment takes nothing from the year', () => {
    const { at, missed } = device(monday)
    at('2027-03-02T15:00:00Z')
    expect(missed().length).toBeGreaterThan(200)
    expect(at('2026-03-02T15:44:55Z')).toEqual([])
    expect(missed()).toEqual([])
    expect(at('2026-03-02T15:45:00Z')).toEqual(['daily 2026-03-02 16:45'])
    expect(at('2026-03-03T15:45:00Z')).toEqual(['daily 2026-03-03 16:45'])
  })
})

describe('putting off', () => {
  test('by minutes, to the evening, to the next morning', () => {
    expect(snoozeUntil('10', '2026-03-02T23:55:00', '00:00')).toBe('2026-03-03T00:05:00')
    expect(snoozeUntil('tonight', '2026-03-02T16:45:00', '00:00')).toBe('2026-03-02T20:00:00')
    expect(snoozeUntil('tonight', '2026-03-02T19:45:00', '00:00')).toBe('2026-03-02T20:00:00')
    expect(snoozeUntil('tomorrow', '2026-02-28T16:45:00', '00:00')).toBe('2026-03-01T09:00:00')
    expect(snoozesAt('2026-03-02T19:29:00', '00:00')).toContain('tonight')
    expect(snoozesAt('2026-03-02T19:30:00', '00:00')).toEqual(['10', '30', '60', 'tomorrow'])
  })

  test.each([
    ['04:00', '2026-03-02T23:59:00', '2026-03-03T09:00:00'],
    ['04:00', '2026-03-03T00:00:00', '2026-03-03T09:00:00'],
    ['04:00', '2026-03-03T00:30:00', '2026-03-03T09:00:00'],
    ['04:00', '2026-03-03T03:59:59', '2026-03-03T09:00:00'],
    ['04:00', '2026-03-03T04:00:00', '2026-03-04T09:00:00'],
    ['00:00', '2026-03-03T00:30:00', '2026-03-03T09:00:00'],
    ['00:00', '2026-03-03T04:00:00', '2026-03-04T09:00:00'],
    ['06:00', '2026-03-03T05:59:00', '2026-03-03T09:00:00'],
    ['06:00', '2026-03-03T06:00:00', '2026-03-04T09:00:00'],
    ['12:00', '2026-03-03T10:00:00', '2026-03-04T09:00:00'],
    ['12:00', '2026-03-03T12:00:00', '2026-03-04T09:00:00'],
  ])('to tomorrow morning, where days end at %s, at %s is %s', (dayEnds, wall, until) => {
    expect(snoozeUntil('tomorrow', wall, dayEnds)).toBe(until)
  })

  test('in the night there is no tonight: its evening is over', () => {
    for (const dayEnds of ['00:00', '04:00', '06:00']) {
      expect(snoozesAt('2026-03-03T00:30:00', dayEnds)).not.toContain('tonight')
      expect(snoozeUntil('tonight', '2026-03-03T00:30:00', dayEnds)).toBe('2026-03-03T01:30:00')
      expect(snoozesAt('2026-03-03T06:00:00', dayEnds)).toContain('tonight')
    }
  })

  test('brings it again at that time, once', () => {
    const { at, known, waiting } = device(monday)
    at('2026-03-02T15:45:00Z')
    const [shown] = known.state.waiting
    if (!shown) throw new Error('nothing waits')
    known.state = answerOccurrence(known.state, shown, wallOf(known.now), snoozeUntil('30', wallOf(known.now), '00:00'))
    expect(waiting()).toEqual([])
    expect(at('2026-03-02T16:14:00Z')).toEqual([])
    expect(at('2026-03-02T16:15:00Z')).toEqual(['daily 2026-03-02 16:45'])
    expect(waiting()).toHaveLength(1)
    expect(at('2026-03-02T16:16:00Z')).toEqual([])
    known.state = answerOccurrence(known.state, shown, wallOf(known.now), null)
    expect(at('2026-03-02T23:16:00Z')).toEqual([])
    expect(waiting()).toEqual([])
  })

  test('into a pause or a holiday it does not go without a word', () => {
    for (const off of [{ holidays: [{ from: '2026-03-03', to: '2026-03-04' }] }, { pausedUntil: '2026-03-05' }]) {
      const { at, known, missed } = device(monday)
      at('2026-03-02T15:45:00Z')
      const [shown] = known.state.waiting
      if (!shown) throw new Error('nothing waits')
      known.state = answerOccurrence(known.state, shown, wallOf(known.now), '2026-03-03T09:00:00')
      known.plan = { ...daily, ...off }
      expect(at('2026-03-03T08:00:00Z')).toEqual([])
      expect(missed()).toEqual(['daily 2026-03-02 16:45'])
      // A clock that is put back takes it from the list no more: it will not come a second time.
      at('2026-03-02T10:00:00Z')
      expect(missed()).toEqual(['daily 2026-03-02 16:45'])
    }
  })

  test('one that is answered after all is missed no more', () => {
    const { at, known, missed } = device(monday)
    at('2026-03-02T15:45:00Z')
    const [shown] = known.state.waiting
    if (!shown) throw new Error('nothing waits')
    known.state = answerOccurrence(known.state, shown, wallOf(known.now), '2026-03-03T09:00:00')
    at('2026-03-04T08:00:00Z')
    expect(missed()).toEqual(['daily 2026-03-02 16:45', 'daily 2026-03-03 16:45'])
    known.state = answerOccurrence(known.state, shown, wallOf(known.now), null)
    expect(missed()).toEqual(['daily 2026-03-03 16:45'])
  })

  test('a clock set back brings it at once rather than never', () => {
    const { at, known } = device(monday)
    at('2026-03-02T15:45:00Z')
    const [shown] = known.state.waiting
    if (!shown) throw new Error('nothing waits')
    known.state = answerOccurrence(known.state, shown, wallOf(known.now), '2026-03-02T20:00:00')
    expect(at('2025-03-02T15:45:00Z')).toEqual(['daily 2026-03-02 16:45'])
  })
})

describe('a memory of what came', () => {
  const many = planOf(
    ...Array.from({ length: 50 }, (_, at) =>
      reminder({
        id: `${String(at).padStart(8, '0')}-1111-4111-8111-111111111111`,
        name: `Reminder ${at}`,
        weekdays: [1, 2, 3, 4, 5, 6, 7],
      }),
    ),
  )

  test('reaches back over days, however many reminders there are', () => {
    const { at, known } = device({ at: '2026-03-01T15:00:00Z', zone: 'Europe/Berlin' }, { plan: many })
    for (let day = 1; day <= 13; day += 1) at(`2026-03-${String(day).padStart(2, '0')}T15:45:00Z`)
    expect(known.shown).toHaveLength(13 * 50)
    for (const back of ['10', '01']) {
      at(`2026-03-${back}T15:00:00Z`)
      for (let day = Number(back); day <= 13; day += 1) {
        expect(at(`2026-03-${String(day).padStart(2, '0')}T15:45:00Z`), `${day}`).toEqual([])
      }
    }
    expect(at('2026-03-14T15:45:00Z')).toHaveLength(50)
    // It does not grow for ever.
    for (let day = 15; day <= 31; day += 1) at(`2026-03-${day}T15:45:00Z`)
    expect(known.state.shown).toHaveLength(14 * 50)
  })

  test('keeps all that was missed until the person has seen it', () => {
    const { at, known, missed } = device({ at: '2026-03-01T15:00:00Z', zone: 'Europe/Berlin' }, { plan: many })
    at('2026-03-31T06:00:00Z')
    expect(missed()).toHaveLength(30 * 50)
    known.state = { ...known.state, missed: known.state.missed.map((one) => ({ ...one, told: true })) }
    at('2026-03-31T06:01:00Z')
    at('2026-03-27T06:00:00Z')
    at('2026-03-31T06:02:00Z')
    expect(missed()).toHaveLength(4 * 50)
    expect(known.shown).toEqual([])
  })
})

test('the next ones are named in order, without pauses and what was skipped', () => {
  const plan = { ...both, holidays: [{ from: '2026-03-04', to: '2026-03-04' }] }
  const next = nextOccurrences(plan, '2026-03-03T12:00:00', 'Europe/Berlin', 5, ({ day }) => day === '2026-03-03')
  expect(next.map(({ day, time }) => `${day} ${time}`)).toEqual([
    '2026-03-05 16:45',
    '2026-03-06 16:00',
    '2026-03-06 16:45',
    '2026-03-09 16:45',
    '2026-03-10 16:45',
  ])
  const rare = planOf(reminder({ weekdays: [1] }))
  const until = { ...rare, pausedUntil: '2026-12-01' }
  expect(nextOccurrences(until, '2026-03-03T12:00:00', 'UTC', 1)).toMatchObject([{ day: '2026-12-07' }])
  expect(nextOccurrences(noReminders, '2026-03-03T12:00:00', 'UTC', 5)).toEqual([])
})
