/** Pauses all reminders, or lets them come again. What was paused stays known: those days are days off for ever. */
import { addDays, type Day, weekdayOf } from '../day'
import { type Holiday, maxPauses, type ReminderPlan } from './reminder'

/** How long a menu offers to pause, counted from the day on which it is chosen: the menu may have been open since yesterday. */
export type PauseLength = 'tomorrow' | 'monday' | 'twoWeeks'

/** The first day on which reminders come again. */
export function pauseEnd(length: PauseLength, today: Day): Day {
  if (length === 'tomorrow') return addDays(today, 1)
  return addDays(today, length === 'monday' ? 8 - weekdayOf(today) : 14)
}

/** `until` is the first day on which reminders come again; null lets them come now. */
export function pausedTo(plan: ReminderPlan, until: Day | null, today: Day): ReminderPlan {
  const pauses = plan.pauses ?? []
  const running = pauses.find(({ to }) => to >= today)
  const over = pauses.filter((pause) => pause !== running)
  const from = running?.from ?? today
  const to = addDays(until ?? today, -1)
  const known: Holiday[] = from <= to ? [...over, { ...running, from, to }] : over
  return { ...plan, pausedUntil: until, pauses: known.slice(-maxPauses) }
}
