/** Reminders at work: looks at the clock, stores what came before it is shown, and hears what the person answers. */
import type { ReminderAnswer } from '#shared/contract/requests'
import type { NamedOccurrence, Reminding } from '#shared/contract/responses'
import { findTemplate } from '#shared/domain/builtInTemplates'
import type { Day, WallTime } from '#shared/domain/day'
import {
  isSameOccurrence,
  noReminders,
  type Occurrence,
  type Reminder,
  type ReminderPlan,
  type ReminderState,
} from '#shared/domain/reminder'
import { daysToAskFor, freshReminderState, lookAtReminders } from '#shared/domain/reminderLook'
import { minutesBetween, nextOccurrences, wallOf, wallOfOccurrence } from '#shared/domain/reminderTimes'
import { answerOccurrence, snoozesAt, snoozeUntil } from '#shared/domain/snooze'
import { listInWords, wallTimeInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import type { AskedPage } from './askedPage'
import type { Clock } from './ports/clock'
import type { Notifier } from './ports/notifier'

const words = messages.reminding

const nextCount = 5
/** Minutes after which a notification says for when it is. */
const lateAfter = 2

export interface RemindersNeeds {
  readonly clock: Clock
  readonly locale: string
  /** Null while the journal is not open; the plan is undefined until the person was asked. */
  chosen(): { readonly plan: ReminderPlan | undefined; readonly dayEnds: WallTime } | null
  /** What is stored on this device. */
  stored(): ReminderState | null
  store(state: ReminderState): Promise<void>
  isWritten(day: Day): Promise<boolean>
  readonly notifier: Notifier
  tell(reminding: Reminding): void
  open(page: AskedPage): void
  failed(error: unknown): void
}

export interface Reminders {
  /** Shows what is due. Never throws: what can't be stored is not shown, and looked at again. */
  look(): Promise<void>
  read(): Reminding
  answer(occurrence: Occurrence, answer: ReminderAnswer): Promise<null>
  dismissMissed(): Promise<null>
  /** The plan was changed: tells what comes next. */
  planChanged(): void
}

export function createReminders(needs: RemindersNeeds): Reminders {
  const { clock, locale, chosen, stored, store, isWritten, notifier, tell, open, failed } = needs
  /** With what time has gone on since it was stored. */
  let known: ReminderState | null = null
  let notifies = true
  let last: Promise<void> = Promise.resolve()

  const state = () => known ?? stored() ?? freshReminderState(clock.now())
  const plan = () => chosen()?.plan ?? noReminders

  /** One after the other: each begins from what the one before stored. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }

  async function keep(next: ReminderState): Promise<void> {
    await store(next)
    known = next
    tell(read())
  }

  async function lookOnce(): Promise<void> {
    const { plan: present, dayEnds } = chosen() ?? {}
    if (present === undefined || dayEnds === undefined) return
    const isFirst = known === null && stored() === null
    const at = { plan: present, state: state(), now: clock.now(), dayEnds }
    const days = daysToAskFor(at)
    const written = new Map(await Promise.all(days.map(async (day) => [day, await isWritten(day)] as const)))
    const look = lookAtReminders({ ...at, isWritten: (day) => written.get(day) ?? false })
    if (look.changed || isFirst) await keep(look.state)
    else known = look.state
    if (look.show.length > 0) void announce(named(look.show)).catch(failed)
  }

  /** One notification for all that came at once. Holds nothing but the names of reminders and templates. */
  async function announce(came: readonly NamedOccurrence[]): Promise<void> {
    const [first] = came
    if (first === undefined) return
    const later = came.length === 1 ? [{ label: words.notification.later, run: () => quietly(first, '10') }] : []
    const shown = await notifier.show({
      title: listInWords(came.map(inNotification), locale),
      body: listInWords([...new Set(came.map(({ template }) => templateName(template)))], locale),
      actions: [...later, { label: words.notification.skip, run: () => skipAll(came) }],
      clicked: () => quietly(first, 'open'),
    })
    if (shown === notifies) return
    notifies = shown
    tell(read())
  }

  function inNotification({ name, day, time }: NamedOccurrence): string {
    const late = minutesBetween(wallOfOccurrence({ day, time }), wallOf(clock.now()))
    return late < lateAfter ? name : words.forTime(name, wallTimeInWords(time, locale))
  }

  function skipAll(came: readonly Occurrence[]): void {
    for (const one of came) quietly(one, 'skip')
  }

  function quietly(occurrence: Occurrence, with_: ReminderAnswer): void {
    void answer(occurrence, with_).catch(failed)
  }

  async function answer({ reminder, day, time }: Occurrence, with_: ReminderAnswer): Promise<null> {
    const occurrence = { reminder, day, time }
    await inTurn(async () => {
      const wall = wallOf(clock.now())
      const until = with_ === 'open' || with_ === 'skip' ? null : snoozeUntil(with_, wall)
      await keep(answerOccurrence(state(), occurrence, wall, until))
    })
    const template = reminderOf(occurrence)?.template
    if (with_ === 'open') open({ template: template && findTemplate(template) ? template : null, isNew: false })
    return null
  }

  const reminderOf = ({ reminder }: Occurrence): Reminder | undefined =>
    plan().reminders.find(({ id }) => id === reminder)

  function named(occurrences: readonly Occurrence[]): NamedOccurrence[] {
    return occurrences.flatMap((occurrence) => {
      const { reminder, day, time } = occurrence
      const { name, template } = reminderOf(occurrence) ?? {}
      return name === undefined || template === undefined ? [] : [{ reminder, day, time, name, template }]
    })
  }

  function read(): Reminding {
    const now = clock.now()
    const { shown, missed, waiting, snoozed } = state()
    const planned = nextOccurrences(plan(), wallOf(now), now.zone, nextCount, (occurrence) =>
      shown.some((one) => isSameOccurrence(one, occurrence)),
    )
    const again = snoozed.map(({ reminder, until }) => ({
      reminder,
      day: until.slice(0, 10),
      time: until.slice(11, 16),
    }))
    return {
      next: named([...again, ...planned].sort(byWall)).slice(0, nextCount),
      waiting: named(waiting),
      missed: named(missed.filter(({ told }) => !told)),
      snoozes: snoozesAt(wallOf(now)),
      notifies,
      isOffered: chosen() !== null && chosen()?.plan === undefined,
    }
  }

  return {
    look: () => inTurn(lookOnce).catch(failed),
    read,
    answer,
    async dismissMissed() {
      await inTurn(() => keep({ ...state(), missed: state().missed.map((one) => ({ ...one, told: true })) }))
      return null
    },
    planChanged: () => tell(read()),
  }
}

function byWall(a: Occurrence, b: Occurrence): number {
  return wallOfOccurrence(a) < wallOfOccurrence(b) ? -1 : 1
}

function templateName(template: string): string {
  return findTemplate(template)?.name ?? messages.appName
}
