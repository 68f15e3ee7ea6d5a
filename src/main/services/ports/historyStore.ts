/** Earlier states of the entries on disk. All failures are `Failure`s; what resolves is on the disk. */
import type { EntryHistory } from '#shared/contract/history'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import type { Returning, VersionId } from '#shared/domain/entry/version'

export interface Return {
  readonly version: VersionId
  /** The revision that the version was compared with. */
  readonly base: number
  readonly as: Returning
}

export interface HistoryStore {
  /** Throws `not-found` when there is no entry, `newer-schema`. */
  of(id: EntryId): Promise<EntryHistory>
  /** Throws `not-found` when it was thinned meanwhile, `unreadable`. */
  read(id: EntryId, version: VersionId): Promise<Entry>
  /**
   * Resolves with the entry that is new by it. As a revision it keeps the day and the star that the entry has now, and what was there is a
   * version first; throws `conflict` when that is not `base`. As a copy it is made once, however often it is asked for.
   */
  bring(id: EntryId, back: Return): Promise<Entry>
  /** An entry whose file is gone, from its newest version that can be read. Throws `not-found` when there is none, `conflict` when the file is there. */
  bringMissing(id: EntryId): Promise<Entry>
  /** A version that can't be read leaves its place for the quarantine; one that can stays. Throws `not-found`. */
  setAside(id: EntryId, version: VersionId): Promise<void>
  /** Bytes that all versions take. */
  taken(): Promise<number>
  /** Drops the oldest beyond `limit` bytes, never an entry's newest, never a copy of another program. Resolves with the bytes they take then. */
  keepWithin(limit: number): Promise<number>
}
