/** Reminders as the page shows and answers them. */
import { z } from 'zod'
import type { Day } from '../domain/day'
import { type Occurrence, occurrenceSchema } from '../domain/reminder/reminder'
import { type Snooze, snoozeSchema } from '../domain/reminder/snooze'
import { nothing } from './parts'

export const reminderAnswerSchema = z.enum(['open', 'skip', ...snoozeSchema.options])
export type ReminderAnswer = z.infer<typeof reminderAnswerSchema>

export const reminderRequests = {
  'reminders.read': nothing,
  'reminders.answer': z.strictObject({ occurrence: occurrenceSchema, answer: reminderAnswerSchema }),
  'reminders.dismissMissed': nothing,
}

export interface ReminderAnswers {
  'reminders.read': Reminding
  'reminders.answer': null
  'reminders.dismissMissed': null
}

export interface ReminderEvents {
  remindersChanged: Reminding
}

/** A reminder that came or will come, with the names that a person knows it by. */
export interface NamedOccurrence extends Occurrence {
  readonly name: string
  readonly template: string
}

/** One that will come. `comes` is when: later than its own day and time when it was put off. */
export interface NextOccurrence extends NamedOccurrence {
  readonly comes: Pick<Occurrence, 'day' | 'time'>
}

export interface Reminding {
  /** The calendar's day, which reminders follow wherever the journal's day ends. */
  readonly today: Day
  /** The next five, without those that will be silent because their day is written. */
  readonly next: readonly NextOccurrence[]
  /** Shown, and not answered yet. */
  readonly waiting: readonly NamedOccurrence[]
  /** Came while no window could show them; not dismissed yet. */
  readonly missed: readonly NamedOccurrence[]
  readonly snoozes: readonly Snooze[]
  /** False once the system showed no notification. */
  readonly notifies: boolean
  /** The person was not asked yet whether they want any. */
  readonly isOffered: boolean
}
