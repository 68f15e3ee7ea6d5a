/**
 * The rule of reminders: what of the plan is due, from where the last look ended to now. All of it is in local wall time, so that it follows the person
 * through time zones and summer time; what was shown is remembered, so that a clock that goes back brings nothing twice.
 */
import type { Day, Moment, WallTime } from './day'
import { isSameOccurrence, type Occurrence, occurrenceOf, type ReminderPlan, type ReminderState } from './reminder'
import { isPaused, journalDayOf, minutesBetween, occurrencesBetween, wallOf, wallOfOccurrence } from './reminderTimes'

/** So much later on the same day a reminder still comes; after that it is only told in the app. */
const maxLateMinutes = 6 * 60
/** Kept for a clock that goes back. */
const maxShown = 100
const maxMissed = 400

export interface LookNeeds {
  readonly plan: ReminderPlan
  readonly state: ReminderState
  readonly now: Moment
  readonly dayEnds: WallTime
  /** Asked for days that `daysToAskFor` named. */
  readonly isWritten: (day: Day) => boolean
}

export interface Look {
  readonly state: ReminderState
  /** To be shown now, once `state` is stored. */
  readonly show: readonly Occurrence[]
  /** Whether `state` says more than that time went on. */
  readonly changed: boolean
}

export function freshReminderState(now: Moment): ReminderState {
  return { seen: wallOf(now), shown: [], missed: [], waiting: [], snoozed: [] }
}

/** The days of which the look will ask whether something is written. */
export function daysToAskFor({ plan, state, now, dayEnds }: Omit<LookNeeds, 'isWritten'>): readonly Day[] {
  const asked = [...dueFrom(plan, state, now), ...state.waiting].filter(
    (occurrence) => reminderOf(plan, occurrence)?.onlyIfUnwritten,
  )
  const days = asked.map((occurrence) => journalDayOf(wallOfOccurrence(occurrence), dayEnds))
  const today = journalDayOf(wallOf(now), dayEnds)
  return [...new Set([...days, ...(asked.length > 0 || state.snoozed.length > 0 ? [today] : [])])]
}

export function lookAtReminders({ plan, state, now, dayEnds, isWritten }: LookNeeds): Look {
  const wall = wallOf(now)
  const today = journalDayOf(wall, dayEnds)
  const isSilenced = (occurrence: Occurrence, day: Day) =>
    reminderOf(plan, occurrence)?.onlyIfUnwritten === true && isWritten(day)
  const isStillToday = (since: string) =>
    journalDayOf(since, dayEnds) === today && minutesBetween(since, wall) <= maxLateMinutes

  const show: Occurrence[] = []
  // What a clock that was ahead took for past has not come yet.
  const missed = state.missed.filter((one) => wallOfOccurrence(one) <= wall)
  const due = dueFrom(plan, state, now)
  for (const occurrence of due) {
    const came = wallOfOccurrence(occurrence)
    if (isSilenced(occurrence, journalDayOf(came, dayEnds))) continue
    if (isStillToday(came)) show.push(occurrence)
    else missed.push({ ...occurrence, told: false })
  }

  const snoozed: ReminderState['snoozed'] = []
  const again: Occurrence[] = []
  for (const one of state.snoozed) {
    if (reminderOf(plan, one) === undefined) continue
    // Before it was put off: the clock or the zone went back, and what was meant by `until` is not known any more.
    if (one.from <= wall && wall < one.until) snoozed.push(one)
    else if (isPaused(plan, wall.slice(0, 10)) || isSilenced(one, today)) continue
    else if (one.from > wall || isStillToday(one.until)) again.push(occurrenceOf(one))
    else missed.push({ ...occurrenceOf(one), told: false })
  }

  const waiting = state.waiting.filter(
    (one) =>
      reminderOf(plan, one) !== undefined && journalDayOf(one.since, dayEnds) === today && !isSilenced(one, today),
  )
  const toShow = [...show, ...again]
  const next: ReminderState = {
    ...state,
    seen: wall,
    shown: [...state.shown, ...show].slice(-maxShown),
    missed: missed.slice(-maxMissed),
    waiting: [...waiting, ...toShow.map((occurrence) => ({ ...occurrence, since: wall }))],
    snoozed,
  }
  const changed =
    due.length > 0 ||
    wall < state.seen ||
    missed.length !== state.missed.length ||
    waiting.length !== state.waiting.length ||
    snoozed.length !== state.snoozed.length
  return { state: next, show: toShow, changed }
}

/** Null for a reminder that is gone or switched off. */
function reminderOf(plan: ReminderPlan, { reminder }: Occurrence) {
  return plan.reminders.find(({ id, enabled }) => id === reminder && enabled)
}

function dueFrom(plan: ReminderPlan, { seen, shown, missed }: ReminderState, now: Moment): Occurrence[] {
  const reported = [...shown, ...missed]
  return [...occurrencesBetween(plan, seen, wallOf(now), now.zone)].filter(
    (occurrence) => !reported.some((one) => isSameOccurrence(one, occurrence)),
  )
}
