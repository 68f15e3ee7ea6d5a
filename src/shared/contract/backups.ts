/** The journal’s backups, and what comes back from them. */
import { z } from 'zod'
import { type Backup, type BackupName, backupNameSchema, type Comparison, mostCompared } from '../domain/backup/backup'
import { maxPassphrase } from '../domain/encryption/lock'
import { entryIdSchema } from '../domain/entry/entry'
import type { FailureCode } from '../domain/failure'
import { nothing } from './parts'

const byBackup = z.strictObject({ name: backupNameSchema })
/** Of a backup that another lock sealed; absent when the person was not asked for it. */
const passphrase = z.string().max(maxPassphrase).optional()

export const backupRequests = {
  'backups.read': nothing,
  'backups.make': nothing,
  'backups.chooseSecond': nothing,
  'backups.forgetSecond': nothing,
  'backups.showFolder': nothing,
  /** A file that lies elsewhere joins the backups until the app ends. */
  'backups.chooseFile': nothing,
  'backups.compare': byBackup.extend({ passphrase }),
  /** The whole journal becomes what it was then. */
  'backups.restore': byBackup,
  'backups.restoreEntries': byBackup.extend({ ids: z.array(entryIdSchema).min(1).max(mostCompared), passphrase }),
}

export interface BackupAnswers {
  'backups.read': BackupsState
  'backups.make': BackupsState
  'backups.chooseSecond': BackupsState
  'backups.forgetSecond': BackupsState
  'backups.showFolder': null
  'backups.chooseFile': AddedBackup
  'backups.compare': Comparison
  'backups.restore': null
  'backups.restoreEntries': null
}

export interface BackupEvents {
  backupsChanged: BackupsState
}

export interface AddedBackup {
  readonly state: BackupsState
  /** Null when none was chosen. */
  readonly added: BackupName | null
}

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
