/** Putting a reminder off. */
import { z } from 'zod'
import '../zod/zodWithoutEval'
import { addDays, type Day, type WallTime } from '../day'
import { isSameOccurrence, type Occurrence, occurrenceOf, type ReminderState, type WallDateTime } from './reminder'
import { addMinutes, journalDayOf } from './reminderTimes'

export const snoozeSchema = z.enum(['10', '30', '60', 'tonight', 'tomorrow'])
export type Snooze = z.infer<typeof snoozeSchema>

/** Wall times at which "tonight" and "tomorrow" are. */
const evening = '20:00:00'
const morning = '09:00:00'

/** Before four a person has not slept yet, wherever they let their days end. */
const nightEnds: WallTime = '04:00'

/** Which there are at this hour: late in the evening, and in the night after it, there is no "tonight" that is much later. */
export function snoozesAt(wall: WallDateTime, dayEnds: WallTime): readonly Snooze[] {
  const hasTonight = wall < `${dayBeforeSleep(wall, dayEnds)}T19:30:00`
  return snoozeSchema.options.filter((snooze) => snooze !== 'tonight' || hasTonight)
}

/**
 * "Tomorrow" begins with the next sleep, not at midnight: half an hour after it the person is still in the evening before, and "tomorrow morning" is the
 * one that comes.
 */
export function snoozeUntil(snooze: Snooze, wall: WallDateTime, dayEnds: WallTime): WallDateTime {
  const day = dayBeforeSleep(wall, dayEnds)
  if (snooze === 'tonight') return wall < `${day}T${evening}` ? `${day}T${evening}` : addMinutes(wall, 60)
  if (snooze !== 'tomorrow') return addMinutes(wall, Number(snooze))
  const coming = `${addDays(day, 1)}T${morning}`
  // Where days end after the morning, this one is over.
  return coming > wall ? coming : `${addDays(day, 2)}T${morning}`
}

/** The day in which the person still is. */
function dayBeforeSleep(wall: WallDateTime, dayEnds: WallTime): Day {
  return journalDayOf(wall, dayEnds > nightEnds ? dayEnds : nightEnds)
}

/** Out of what waits; with `until` it comes again, else not. */
export function answerOccurrence(
  state: ReminderState,
  occurrence: Occurrence,
  wall: WallDateTime,
  until: WallDateTime | null,
): ReminderState {
  const others = <T extends Occurrence>(list: readonly T[]) => list.filter((one) => !isSameOccurrence(one, occurrence))
  const key = occurrenceOf(occurrence)
  const shown = state.shown.some((one) => isSameOccurrence(one, key)) ? state.shown : [...state.shown, key]
  const snoozed = others(state.snoozed)
  return {
    ...state,
    shown,
    waiting: others(state.waiting),
    // From a notification that stood there for long: answered, it is not missed any more.
    missed: state.missed.map((one) => (isSameOccurrence(one, occurrence) ? { ...one, told: true } : one)),
    snoozed: until === null ? snoozed : [...snoozed, { ...key, from: wall, until }],
  }
}
