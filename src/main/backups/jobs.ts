/** What the thread of backups is begun for: one job each, so that all it took is given back with its end. */
import type { Backup } from '#shared/domain/backup'
import type { Instant } from '#shared/domain/day'
import type { FailureCode } from '#shared/domain/failure'
import type { BackupOrder, MadeBackup } from '../services/ports/backupStore'

export interface Jobs {
  make: { asked: { order: BackupOrder; folder: string }; answer: MadeBackup }
  copy: { asked: { backup: Backup; from: string; to: string; now: Instant }; answer: null }
}
export type JobName = keyof Jobs

export interface Job<K extends JobName = JobName> {
  readonly name: K
  readonly asked: Jobs[K]['asked']
  /** See `savesFirst`. */
  readonly saves: Int32Array
}

export type JobOutcome =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly code: FailureCode; readonly reason: string }
