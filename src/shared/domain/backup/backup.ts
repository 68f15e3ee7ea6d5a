/** A backup as it lies in a folder: one verified archive of the whole journal. */
import { z } from 'zod'
import type { Day, Instant } from '../day'
import type { RecordId } from '../record'

export const backupReasonSchema = z.enum(['daily', 'asked', 'migration', 'import', 'restore', 'lock'])
export type BackupReason = z.infer<typeof backupReasonSchema>

/** A file name of our own form; it is looked up in the folder's list and never put together to a path unseen. */
export const backupNameSchema = z.string().regex(/^throughline-\d{8}T\d{9}Z-[0-9a-f]{8}-\d{1,9}\.zip$/)
export type BackupName = z.infer<typeof backupNameSchema>

export interface Backup {
  readonly name: BackupName
  readonly at: Instant
  /** The end of the journal's id. */
  readonly journal: string
  /** One more with each backup of a journal. */
  readonly generation: number
  /** Bytes. */
  readonly size: number
}

/** The journal's id as the names of its backups carry it: its random end, since ids of one hour begin alike. */
export function shortId(journalId: string): string {
  return journalId.slice(-8).toLowerCase()
}

/** What would become of a record by going back to a backup. */
export type RecordFate =
  /** It is not in the journal now. */
  | 'returns'
  /** Other words now. */
  | 'changes'
  /** The journal has a later revision than the backup. */
  | 'newer'
  /** It was written since. */
  | 'goes'

export interface ComparedRecord {
  readonly kind: string
  readonly id: RecordId
  readonly day: Day
  /** Its title, or how it begins; null where only the name of its file can be read. */
  readonly name: string | null
  readonly fate: RecordFate
}

/** So many are named, the newest; the others are only counted. */
export const mostCompared = 500

export interface Comparison {
  /** Newest day first. */
  readonly records: readonly ComparedRecord[]
  readonly counts: Readonly<Record<RecordFate, number>>
  /** The same of captures, which are only counted. */
  readonly captures: Readonly<Record<'returns' | 'changes' | 'goes', number>>
  /** It was sealed with another lock than the journal has now: its entries can be named and taken out with the passphrase of that time. */
  readonly needsPassphrase: boolean
}
