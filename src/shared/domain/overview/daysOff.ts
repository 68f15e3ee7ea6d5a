/** Days on which no page is expected: holidays, and pauses, those that are over too. */
import type { Day } from '../day'
import type { ReminderPlan } from '../reminder/reminder'
import type { DaysOff } from './streak'

export function daysOffOf(plan: ReminderPlan, today: Day): readonly DaysOff[] {
  const { holidays, pauses = [], pausedUntil } = plan
  // A pause that an earlier version began is not among the pauses: its beginning is unknown.
  const running = pausedUntil !== null && pausedUntil > today ? [{ from: today, to: pausedUntil }] : []
  return [...holidays, ...pauses, ...running].map(({ from, to }) => ({ from, to }))
}
