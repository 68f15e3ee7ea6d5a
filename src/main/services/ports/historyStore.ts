/** Earlier states of the records of one kind on disk. All failures are `Failure`s; what resolves is on the disk. */

import type { Returning, Version, VersionId } from '#shared/domain/entry/version'
import type { RecordId, StoredRecord } from '#shared/domain/record'

export interface Return {
  readonly version: VersionId
  /** The revision that the version was compared with. */
  readonly base: number
  readonly as: Returning
}

/** A record and its earlier states. */
export interface RecordHistory<T extends StoredRecord> {
  /** As it is now. */
  readonly record: T
  /** Then nothing can be its next revision before it is back. */
  readonly isInTrash: boolean
  /** Newest first, those of other programs last; without those that can't be read. */
  readonly versions: readonly Version[]
}

export interface HistoryStore<T extends StoredRecord> {
  /** Throws `not-found` when there is no such record, `newer-schema`. */
  of(id: RecordId): Promise<RecordHistory<T>>
  /** Throws `not-found` when it was thinned meanwhile, `unreadable`. */
  read(id: RecordId, version: VersionId): Promise<T>
  /**
   * Resolves with the record that is new by it. As a revision it keeps what belongs to its place, such as an entry's day and star, and what was there is a
   * version first; throws `conflict` when that is not `base`. As a copy it is made once, however often it is asked for.
   */
  bring(id: RecordId, back: Return): Promise<T>
  /** A record whose file is gone, from its newest version that can be read. Throws `not-found` when there is none, `conflict` when the file is there. */
  bringMissing(id: RecordId): Promise<T>
  /** A version that can't be read leaves its place for the quarantine; one that can stays. Throws `not-found`. */
  setAside(id: RecordId, version: VersionId): Promise<void>
  /** Bytes that all versions of all kinds take. */
  taken(): Promise<number>
  /** Drops the oldest beyond `limit` bytes, never a record's newest, never a copy of another program. Resolves with the bytes they take then. */
  keepWithin(limit: number): Promise<number>
}
