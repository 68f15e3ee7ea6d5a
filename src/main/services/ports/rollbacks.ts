/** What went back behind a state that this device has seen, or is gone without trash, erasing or moving: told once, and no reason to change anything by itself. */
import type { Day } from '#shared/domain/day'
import type { Finding } from '#shared/domain/health/finding'
import type { RecordId } from '#shared/domain/record'
import type { FoundStates } from './library'

/** A record, a day of what shares its file, or the settings when it is none of these. */
export interface StatePlace {
  readonly kind: string | null
  readonly record: RecordId | null
  readonly day: Day | null
}

export interface Rollbacks {
  /**
   * Compares what the index found with what was seen before; resolves with the milliseconds after which another look is due, null when nothing is
   * in doubt. Never throws: what can't be told now is quiet.
   */
  look(found: FoundStates): Promise<number | null>
  /** What was told and is still so, and what is in doubt. */
  findings(): readonly Finding[]
  /** The person knows. */
  dismiss(place: StatePlace): Promise<void>
  /** The person brings back an earlier state: whatever was seen of it before, what lies there next counts. */
  forget(place: StatePlace): Promise<void>
}
