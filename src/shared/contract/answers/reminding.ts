/** Reminders as the page shows them. */
import type { Day } from '../../domain/day'
import type { Occurrence } from '../../domain/reminder/reminder'
import type { Snooze } from '../../domain/reminder/snooze'

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
  /** Came while nobody could be asked; not dismissed yet. */
  readonly missed: readonly NamedOccurrence[]
  readonly snoozes: readonly Snooze[]
  /** False once the system showed no notification. */
  readonly notifies: boolean
  /** The person was not asked yet whether they want any. */
  readonly isOffered: boolean
}
