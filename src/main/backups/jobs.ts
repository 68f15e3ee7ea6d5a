/** What the thread of backups is begun for: one job each, so that all it took is given back with its end. */
import type { Backup, Comparison } from '#shared/domain/backup/backup'
import type { Instant } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import type { BackupOrder, DescribedBackup, MadeBackup, RestoreOrder } from '../services/ports/backupStore'
import type { ArchiveSecrets } from './archiveKey'

export interface Jobs {
  make: { asked: { order: BackupOrder; folder: string }; answer: MadeBackup }
  describe: { asked: { file: string }; answer: DescribedBackup }
  compare: { asked: { file: string; journal: string; secrets: ArchiveSecrets }; answer: Comparison }
  entries: { asked: { file: string; ids: readonly EntryId[]; secrets: ArchiveSecrets }; answer: readonly Entry[] }
  restore: { asked: RestoreOrder; answer: null }
  tidy: { asked: { journal: string }; answer: null }
  copy: { asked: { backup: Backup; from: string; to: string; now: Instant }; answer: null }
}
export type JobName = keyof Jobs

export interface Job<K extends JobName = JobName> {
  readonly name: K
  readonly asked: Jobs[K]['asked']
  /** See `savesFirst`. */
  readonly saves: Int32Array
}
