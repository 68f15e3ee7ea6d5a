/** What comes next of the reminders, as far as it is known now. */
import type { Moment, WallTime } from '#shared/domain/day'
import {
  keyOf,
  type Occurrence,
  occurrenceOf,
  type ReminderPlan,
  type ReminderState,
} from '#shared/domain/reminder/reminder'
import { isSilenced, type WrittenOn } from '#shared/domain/reminder/reminderSilence'
import { journalDayOf, nextOccurrences, wallOf, wallOfOccurrence } from '#shared/domain/reminder/reminderTimes'

const count = 5

export interface ComingNeeds {
  readonly plan: ReminderPlan
  readonly state: ReminderState
  readonly now: Moment
  readonly dayEnds: WallTime
  readonly weekStart: number
  readonly writtenOn: WrittenOn
}

/** An occurrence and when it `comes`: later than its own time when it was put off. */
export type Coming = Occurrence & { readonly comes: Pick<Occurrence, 'day' | 'time'> }

/** Without those that will be silent because of what is written by now. */
export function upcomingReminders({ plan, state, now, dayEnds, weekStart, writtenOn }: ComingNeeds): Coming[] {
  const shown = new Set(state.shown.map(keyOf))
  const isSilent = ({ reminder, comes }: Coming) =>
    plan.reminders.some(
      (one) =>
        one.id === reminder && isSilenced(one, journalDayOf(wallOfOccurrence(comes), dayEnds), weekStart, writtenOn),
    )
  const again = state.snoozed.map((one) => ({
    ...occurrenceOf(one),
    comes: { day: one.until.slice(0, 10), time: one.until.slice(11, 16) },
  }))
  const planned = nextOccurrences(
    plan,
    wallOf(now),
    now.zone,
    count,
    (one) => shown.has(keyOf(one)) || isSilent({ ...one, comes: one }),
  ).map((one) => ({ ...one, comes: { day: one.day, time: one.time } }))
  return [...again.filter((one) => !isSilent(one)), ...planned].sort(byComing).slice(0, count)
}

function byComing({ comes: a }: Coming, { comes: b }: Coming): number {
  return wallOfOccurrence(a) < wallOfOccurrence(b) ? -1 : 1
}
