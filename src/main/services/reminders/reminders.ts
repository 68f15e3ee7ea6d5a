/** Reminders at work: looks at the clock, stores what came before it is shown, and takes what the person answers. */

import { createSerialQueue } from '#shared/async/serialQueue'
import type { NamedOccurrence, ReminderAnswer, Reminding } from '#shared/contract/reminders'
import type { Day, WallTime } from '#shared/domain/day'
import {
  noReminders,
  type Occurrence,
  occurrenceOf,
  type Reminder,
  type ReminderPlan,
  type ReminderState,
} from '#shared/domain/reminder/reminder'
import { daysToAskFor, freshReminderState, lookAtReminders } from '#shared/domain/reminder/reminderLook'
import { daysThatSilence } from '#shared/domain/reminder/reminderSilence'
import { journalDayOf, wallOf } from '#shared/domain/reminder/reminderTimes'
import { answerOccurrence, snoozesAt, snoozeUntil } from '#shared/domain/reminder/snooze'
import { findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import type { PageRequest } from '../app/pageRequests'
import type { Clock } from '../ports/clock'
import type { Notifier } from '../ports/notifier'
import { reminderNotification } from './reminderNotification'
import { upcomingReminders } from './upcomingReminders'
import type { WrittenDays } from './writtenDays'

export interface RemindersNeeds {
  readonly clock: Clock
  readonly locale: string
  /** Null while the journal is not open; the plan is undefined until the person was asked. */
  settings(): {
    readonly plan: ReminderPlan | undefined
    readonly dayEnds: WallTime
    /** 1 for Monday to 7 for Sunday. */
    readonly weekStart: number
  } | null
  /** What is stored on this device. */
  stored(): ReminderState | null
  store(state: ReminderState): Promise<void>
  readonly written: Pick<WrittenDays, 'ask' | 'known' | 'forget'>
  readonly notifier: Notifier
  emit(reminding: Reminding): void
  open(page: PageRequest): void
  failed(error: unknown): void
}

export interface Reminders {
  /** Shows what is due. Never throws: what can't be stored is not shown, and looked at again. */
  look(): Promise<void>
  /** The same after an entry changed: what is known of the days is enough. */
  entriesChanged(): Promise<void>
  read(): Reminding
  answer(occurrence: Occurrence, answer: ReminderAnswer): Promise<null>
  dismissMissed(): Promise<null>
  /** `apply` puts another plan in force: what was due until now is of the old one, and nothing of the time before now is of the new one. */
  changePlan<T>(apply: () => Promise<T>): Promise<T>
  /** A journal was opened, and its plan with it. */
  opened(): void
}

export function createReminders(needs: RemindersNeeds): Reminders {
  const { clock, locale, settings, stored, store, written, notifier, emit, open, failed } = needs
  /** With what time has gone on since it was stored. */
  let known: ReminderState | null = null
  let notifies = true
  /** One after the other: each begins from what the one before stored. */
  const queue = createSerialQueue()
  /** Of what was emitted: what changes by itself as time goes on. */
  let lastEmitted = ''

  const state = () => known ?? stored() ?? freshReminderState(clock.now())
  const plan = () => settings()?.plan ?? noReminders
  const dayEnds = () => settings()?.dayEnds ?? '00:00'

  async function keep(next: ReminderState): Promise<void> {
    await store(next)
    known = next
    emitAll()
  }

  function emitAll(): void {
    lastEmitted = passing()
    emit(read())
  }

  function passing(): string {
    const wall = wallOf(clock.now())
    return JSON.stringify([wall.slice(0, 10), written.known(journalDayOf(wall, dayEnds()))])
  }

  /** Without a plan nothing is due, but time goes on: what is chosen later begins then. */
  async function lookOnce(ask: WrittenDays['ask'], mustStore = false): Promise<void> {
    const now = settings()
    // A journal that can't be opened: what is due meanwhile comes when it can.
    if (now === null) return
    const { plan: given, dayEnds, weekStart } = now
    const isFirst = known === null && stored() === null && given !== undefined
    const at = { plan: given ?? noReminders, state: state(), now: clock.now(), dayEnds, weekStart }
    const days = daysToAskFor(at)
    const answers = new Map(await Promise.all(days.map(async (day) => [day, await ask(day)] as const)))
    const look = lookAtReminders({ ...at, writtenOn: (day) => answers.get(day) ?? [] })
    if (look.changed || isFirst || mustStore) await keep(look.state)
    else known = look.state
    if (look.show.length > 0) void announce(named(look.show)).catch(failed)
    const today = journalDayOf(look.state.seen, dayEnds)
    const forComing = at.plan.reminders.flatMap((one) => (one.enabled ? daysThatSilence(one, today, weekStart) : []))
    await Promise.all([...new Set(forComing)].map((day) => written.ask(day))).catch(failed)
    if (passing() !== lastEmitted) emitAll()
  }

  async function announce(came: readonly NamedOccurrence[]): Promise<void> {
    const notice = reminderNotification(came, {
      wall: wallOf(clock.now()),
      dayEnds: dayEnds(),
      locale,
      answer: (occurrence, given) => void answer(occurrence, given).catch(failed),
    })
    if (notice === null) return
    const shown = await notifier.show(notice)
    if (shown === notifies) return
    notifies = shown
    emitAll()
  }

  async function answer(given: Occurrence, with_: ReminderAnswer): Promise<null> {
    const occurrence = occurrenceOf(given)
    await queue.add(async () => {
      const wall = wallOf(clock.now())
      const until = with_ === 'open' || with_ === 'skip' ? null : snoozeUntil(with_, wall, dayEnds())
      await keep(answerOccurrence(state(), occurrence, wall, until))
    })
    const template = reminderOf(occurrence)?.template
    if (with_ === 'open') open({ template: template && findTemplate(template) ? template : null, isNew: false })
    return null
  }

  const reminderOf = ({ reminder }: Occurrence): Reminder | undefined =>
    plan().reminders.find(({ id }) => id === reminder)

  function named<T extends Occurrence>(occurrences: readonly T[]): (T & NamedOccurrence)[] {
    return occurrences.flatMap((occurrence) => {
      const { name, template } = reminderOf(occurrence) ?? {}
      return name === undefined || template === undefined ? [] : [{ ...occurrence, name, template }]
    })
  }

  function read(): Reminding {
    const now = clock.now()
    const { missed, waiting } = state()
    const { weekStart = 1 } = settings() ?? {}
    const coming = { plan: plan(), state: state(), now, dayEnds: dayEnds(), weekStart, writtenOn: written.known }
    return {
      today: wallOf(now).slice(0, 10),
      next: named(upcomingReminders(coming)),
      waiting: named(waiting.map(occurrenceOf)),
      missed: named(missed.filter(({ told }) => !told).map(occurrenceOf)),
      snoozes: snoozesAt(wallOf(now), dayEnds()),
      notifies,
      isOffered: settings() !== null && settings()?.plan === undefined,
    }
  }

  /** From the disk: another device may have written. */
  function anew(day: Day): Promise<readonly string[]> {
    written.forget(day)
    return written.ask(day)
  }

  return {
    look: () => queue.add(() => lookOnce(anew)).catch(failed),
    entriesChanged: () => queue.add(() => lookOnce(written.ask)).catch(failed),
    read,
    answer,
    async dismissMissed() {
      await queue.add(() => keep({ ...state(), missed: state().missed.map((one) => ({ ...one, told: true })) }))
      return null
    },
    changePlan: (apply) =>
      queue.add(async () => {
        // A journal that can't be read does not keep the person from choosing another: what is due then comes.
        await lookOnce((day) => anew(day).catch(() => []), true)
        if (settings() === null) await keep({ ...state(), seen: wallOf(clock.now()) })
        try {
          return await apply()
        } finally {
          emitAll()
        }
      }),
    opened: emitAll,
  }
}
