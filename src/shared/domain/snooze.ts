/** Putting a reminder off. */
import { z } from 'zod'
import './zodWithoutEval'
import { addDays } from './day'
import { isSameOccurrence, type Occurrence, occurrenceOf, type ReminderState, type WallDateTime } from './reminder'
import { addMinutes } from './reminderTimes'

export const snoozeSchema = z.enum(['10', '30', '60', 'tonight', 'tomorrow'])
export type Snooze = z.infer<typeof snoozeSchema>

/** Wall times at which "tonight" and "tomorrow" are. */
const evening = '20:00:00'
const morning = '09:00:00'

/** Which there are at this hour: late in the evening there is no "tonight" that is later. */
export function snoozesAt(wall: WallDateTime): readonly Snooze[] {
  return snoozeSchema.options.filter((snooze) => snooze !== 'tonight' || wall.slice(11) < '19:30:00')
}

export function snoozeUntil(snooze: Snooze, wall: WallDateTime): WallDateTime {
  const day = wall.slice(0, 10)
  if (snooze === 'tomorrow') return `${addDays(day, 1)}T${morning}`
  if (snooze === 'tonight') return wall.slice(11) < evening ? `${day}T${evening}` : addMinutes(wall, 60)
  return addMinutes(wall, Number(snooze))
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
