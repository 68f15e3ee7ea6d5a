/**
 * The rule of reminders: what of the plan is due, from where the last look ended to now. All of it is in local wall time, so that it follows the person
 * through time zones and summer time; what was shown is remembered, so that a clock that goes back brings nothing twice.
 */
import type { Day, Moment, WallTime } from '../day'
import { keyOf, type Occurrence, occurrenceOf, type ReminderPlan, type ReminderState } from './reminder'
import { daysThatSilence, isSilenced, type WrittenOn } from './reminderSilence'
import { isPaused, journalDayOf, minutesBetween, occurrencesBetween, wallOf, wallOfOccurrence } from './reminderTimes'

/** So much later on the same day a reminder still comes; after that it is only shown in the app. */
const maxLateMinutes = 6 * 60
/** What came on so many of the latest days is remembered, for a clock that goes back; by days, because there may be many reminders. */
const daysKept = 14

export interface LookNeeds {
  readonly plan: ReminderPlan
  readonly state: ReminderState
  readonly now: Moment
  readonly dayEnds: WallTime
  /** 1 for Monday to 7 for Sunday. */
  readonly weekStart: number
  /** Asked for days that `daysToAskFor` named. */
  readonly writtenOn: WrittenOn
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

/** The days of which the look will ask what is written. */
export function daysToAskFor({ plan, state, now, dayEnds, weekStart }: Omit<LookNeeds, 'writtenOn'>): readonly Day[] {
  const today = journalDayOf(wallOf(now), dayEnds)
  const daysFor = (occurrence: Occurrence, day: Day) => {
    const reminder = reminderOf(plan, occurrence)
    return reminder === undefined ? [] : daysThatSilence(reminder, day, weekStart)
  }
  const due = dueFrom(plan, state, now).flatMap((one) => daysFor(one, journalDayOf(wallOfOccurrence(one), dayEnds)))
  const present = [...state.waiting, ...state.snoozed].flatMap((one) => daysFor(one, today))
  return [...new Set([...due, ...present])]
}

export function lookAtReminders({ plan, state, now, dayEnds, weekStart, writtenOn }: LookNeeds): Look {
  const wall = wallOf(now)
  const today = journalDayOf(wall, dayEnds)
  const isSilent = (occurrence: Occurrence, day: Day) => {
    const reminder = reminderOf(plan, occurrence)
    return reminder !== undefined && isSilenced(reminder, day, weekStart, writtenOn)
  }
  const isStillToday = (since: string) =>
    journalDayOf(since, dayEnds) === today && minutesBetween(since, wall) <= maxLateMinutes

  const show: Occurrence[] = []
  const shownBefore = new Set(state.shown.map(keyOf))
  // What a clock that was ahead took for past has not come yet, unless it did, and was put off.
  const missed = state.missed.filter((one) => wallOfOccurrence(one) <= wall || shownBefore.has(keyOf(one)))
  const due = dueFrom(plan, state, now)
  for (const occurrence of due) {
    const came = wallOfOccurrence(occurrence)
    if (isSilent(occurrence, journalDayOf(came, dayEnds))) continue
    if (isStillToday(came)) show.push(occurrence)
    else missed.push({ ...occurrence, told: false })
  }

  const snoozed: ReminderState['snoozed'] = []
  const again: Occurrence[] = []
  for (const one of state.snoozed) {
    if (reminderOf(plan, one) === undefined) continue
    // Before it was put off: the clock or the zone went back, and what was meant by `until` is not known any more.
    if (one.from <= wall && wall < one.until) snoozed.push(one)
    else if (isSilent(one, today)) continue
    // Into a pause or a holiday: no notification comes then, and it does not go without a word.
    else if (isPaused(plan, wall.slice(0, 10))) missed.push({ ...occurrenceOf(one), told: false })
    else if (one.from > wall || isStillToday(one.until)) again.push(occurrenceOf(one))
    else missed.push({ ...occurrenceOf(one), told: false })
  }

  const waiting = state.waiting.filter(
    (one) => reminderOf(plan, one) !== undefined && journalDayOf(one.since, dayEnds) === today && !isSilent(one, today),
  )
  const toShow = [...show, ...again]
  const next: ReminderState = {
    ...state,
    seen: wall,
    shown: ofLatestDays([...state.shown, ...show]),
    missed: withoutOld(missed.toSorted((a, b) => (wallOfOccurrence(a) < wallOfOccurrence(b) ? -1 : 1))),
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
  const reported = new Set([...shown, ...missed].map(keyOf))
  return [...occurrencesBetween(plan, seen, wallOf(now), now.zone)].filter((one) => !reported.has(keyOf(one)))
}

/** Of a list with the latest last. */
function ofLatestDays<T extends Occurrence>(list: readonly T[]): T[] {
  const days = new Set<Day>()
  return list.slice(list.findLastIndex(({ day }) => days.add(day).size > daysKept) + 1)
}

/** What the person has not seen yet stays, however old. */
function withoutOld(missed: ReminderState['missed']): ReminderState['missed'] {
  const kept = new Set(ofLatestDays(missed.filter(({ told }) => told)))
  return missed.filter((one) => !one.told || kept.has(one))
}
