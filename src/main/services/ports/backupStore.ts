/** Backups on the disks. The work is done on a thread of its own; all failures are `Failure`s, and after each of them nothing has changed. */
import type { Backup, BackupReason, Comparison } from '#shared/domain/backup/backup'
import type { Instant } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'

export interface BackupOrder {
  /** The journal's folder. */
  readonly journal: string
  readonly reason: BackupReason
  readonly now: Instant
  /** The highest number that is known of another place: this one gets a higher one. */
  readonly after: number
  /** Of the app. */
  readonly version: string
}

export interface MadeBackup {
  readonly backup: Backup
  readonly files: number
  /** Files that could not be read, or whose names not every system can have: they are not in it. */
  readonly leftOut: readonly string[]
}

export interface RestoreOrder {
  /** The archive. */
  readonly file: string
  /** The journal's folder, closed; it need not be there. */
  readonly journal: string
  readonly now: Instant
  /** The archive of what is there now. Null when there is none, or not of every file; then, and when something was saved since, that folder is put aside and stays. */
  readonly coveredBy: string | null
}

export interface DescribedBackup {
  /** Under the name that it would have among the others. */
  readonly backup: Backup
  /** Whether the journal had a lock then: without its passphrase nothing of it can be read. */
  readonly isLocked: boolean
}

export interface BackupStore {
  /** Of every journal, newest first; none when the folder is not there. */
  list(folder: string): Promise<readonly Backup[]>
  /** Resolves when it is on the disk and was read back. What has served makes way. Throws `no-room` and others. */
  make(order: BackupOrder, folder: string): Promise<MadeBackup>
  /** A copy in a second folder that has to be there: throws `folder-missing`. */
  copy(backup: Backup, from: string, to: string, now: Instant): Promise<void>
  /** A folder of its own in a place the person chose; resolves with its path. Throws `inside-journal`. */
  beginPlace(chosen: string, journal: string): Promise<string>
  /** What an archive says of itself. Throws `bad-backup`, `newer-schema`. */
  describe(file: string): Promise<DescribedBackup>
  /** What going back to it would change; reads both, changes nothing. `passphrase` is of one that another lock sealed. Throws `wrong-passphrase`. */
  compare(file: string, journal: string, passphrase: string | null): Promise<Comparison>
  /** Throws `wrong-passphrase`, and `sealed-elsewhere` without the passphrase that it needs. */
  entries(file: string, ids: readonly EntryId[], passphrase: string | null): Promise<readonly Entry[]>
  /** Puts the journal of the archive in place of the one that is there. When it throws, that one is there as it was. */
  restore(order: RestoreOrder): Promise<void>
  /** Once a journal is open: clears what a restore left beside it. */
  tidy(journal: string): Promise<void>
  isThere(folder: string): Promise<boolean>
  /** Ends what is under way; what it leaves half done is cleared away by the next one. */
  stop(): Promise<void>
}
