/** How the journal’s backups and its lock are. */
import type { Backup } from '../../domain/backup/backup'
import type { FailureCode } from '../../domain/failure'

/** The backups of this journal; of every journal while none is open. */
export interface BackupsState {
  readonly folder: string
  /** Newest first. Each was read back when it was made. */
  readonly backups: readonly Backup[]
  readonly isWorking: boolean
  /** Why the last one could not be made. */
  readonly failure: FailureCode | null
  /** Files that are not in the last one, since the disk did not give them. */
  readonly leftOut: readonly string[]
  readonly second: {
    readonly folder: string
    /** False while its disk is away. */
    readonly isThere: boolean
    readonly last: Backup | null
    readonly failure: FailureCode | null
  } | null
}

export interface LockState {
  readonly isOn: boolean
  /** Nobody has the key here. */
  readonly isLocked: boolean
  /** This computer's keychain has a copy of the key. */
  readonly isKept: boolean
}
