/** The records of one kind on disk. Every promise that resolves means: the disk has it. All failures are `Failure`s. */

import type { Notice } from '#shared/contract/health'
import type { Day, Instant } from '#shared/domain/day'
import type { CopyChoice, CopyId } from '#shared/domain/entry/copy'
import type { Entry } from '#shared/domain/entry/entry'
import type { RecordId, StoredRecord } from '#shared/domain/record'
import type { HistoryStore } from './historyStore'

export interface TrashedRecord<T extends StoredRecord> {
  readonly record: T
  /** When it was thrown away, as an ISO instant. */
  readonly trashedAt: string
}

export interface RecordCopies<T extends StoredRecord> {
  readonly record: T
  /** Each says something that neither the record nor its versions say. */
  readonly copies: readonly { readonly copy: CopyId; readonly record: T }[]
}

export interface Resolution {
  readonly copy: CopyId
  /** The revision that the copy was compared with. */
  readonly base: number
  readonly choice: CopyChoice
}

export type EntryStore = Omit<RecordStore<Entry>, 'dayOf'>

/** A store of any kind, with what is kept of its earlier states. */
export type AnyRecordStore = RecordStore<StoredRecord> & { readonly history: HistoryStore<StoredRecord> }

export interface RecordStore<T extends StoredRecord> {
  dayOf(record: T): Day
  /** Records whose file name gives this day, each checked; the newest begun last. Reads no other file. */
  ofDay(day: Day): Promise<T[]>
  /** Records of the `days` days before `day` (by file name), newest day first. Bounded work: for the first page. */
  before(day: Day, days: number): Promise<T[]>
  /** Every record, a slice at a time, without blocking the event loop longer than a few milliseconds. */
  all(): AsyncIterable<T>
  /** One record from all files that bear its id, as `all` presents it; null when there is none that can be shown. */
  lookAt(id: RecordId): Promise<T | null>
  /** `day` is where its file probably is: without it the whole journal's names may have to be read. Throws `not-found`, `newer-schema`. */
  read(id: RecordId, day?: Day | null): Promise<T>
  /**
   * Writes `record` (whose revision is `base + 1`) durably. Throws `conflict` when what is on disk is not `base` (another program changed it);
   * nothing is overwritten then. A changed day moves the file. Before the first save of a sitting, and every ten minutes of it, the previous file is
   * kept in `versions/`.
   */
  save(record: T, base: number): Promise<void>
  /** The record with the second versions beside it. Throws `not-found`, `newer-schema`. */
  copiesOf(id: RecordId): Promise<RecordCopies<T>>
  /** The second versions beside these records that wait for a choice, each as its notice: one look at all names, and at the files of those that have several. */
  copiesBeside(ids: readonly RecordId[]): Promise<readonly Notice[]>
  /**
   * Does with a copy what a person chose; resolves with the records that are new by it. Both versions are on the disk at every moment, and
   * doing it again is harmless. Throws `not-found` when this copy is not there, or not as it was seen, `conflict` when it was compared with
   * another revision.
   */
  resolveConflict(id: RecordId, resolution: Resolution): Promise<readonly T[]>
  /** What is left of copies beside it that can't be read goes to quarantine when the person asks for it; the record stays as it is. */
  setAsideDamagedCopies(id: RecordId): Promise<void>
  /** With the second versions beside it, which go to `versions/`. */
  trash(id: RecordId): Promise<void>
  /** Back from the trash; throws `not-found`. */
  restore(id: RecordId, at?: Instant): Promise<T>
  /** Newest first; records older than 30 days are removed at the start of a session, never here. */
  trashed(): Promise<TrashedRecord<T>[]>
  /** Removes one trashed record for good. */
  erase(id: RecordId, at?: Instant): Promise<void>
  /** `over` is called with what is settled by now. */
  onNotice(listener: (notice: Notice) => void, over?: (matter: Pick<Notice, 'kind' | 'file'>) => void): () => void
}
