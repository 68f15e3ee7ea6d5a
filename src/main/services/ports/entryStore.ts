/** The entries on disk. Every promise that resolves means: the disk has it. All failures are `Failure`s. */

import type { Day } from '#shared/domain/day'
import type { CopyChoice, CopyId } from '#shared/domain/entry/copy'
import type { Entry, EntryId } from '#shared/domain/entry/entry'

export interface TrashedEntry {
  readonly entry: Entry
  /** When it was thrown away, as an ISO instant. */
  readonly trashedAt: string
}

/** Something a person should know about their files, with what was done. Never holds journal text. */
export interface StoreNotice {
  readonly kind: /** A file could not be read; its bytes are in `quarantine/`; `restored` says whether a last good copy took its place. */
    | 'quarantined'
    /** Written by a newer version of the app: left alone, not shown, not written. */
    | 'newer'
    /** Two files had one id; the lower revision went to `versions/`. */
    | 'duplicate'
    /** A file could not be read now (rights, disk); it was left where it is. */
    | 'unreachable'
    /** Another program left a second version of an entry beside it, with other words; both are where they were until a person chooses. */
    | 'copy'
    /** Another program left a second file of a day's captures; what was new in it is in the day, and the file in `versions/`. */
    | 'merged'
    /** Another program left second settings; ours stay, and the file is in `versions/`. */
    | 'superseded'
    /** A day has so many captures that its file takes no more; the others wait in the inbox. */
    | 'full'
    /** An answer from outside of the window that its page can't take: a newer version of the app wrote one of them, or the page would be too large. */
    | 'waits'
  /** Relative to the journal's folder. */
  readonly file: string
  readonly day: Day | null
  readonly restored: boolean
  /** With `copy`: the entry that it is a version of. */
  readonly entry?: EntryId
}

export interface EntryCopies {
  readonly entry: Entry
  /** Each says something that neither the entry nor its versions say. */
  readonly copies: readonly { readonly copy: CopyId; readonly entry: Entry }[]
}

export interface Settling {
  readonly copy: CopyId
  /** The revision that the copy was compared with. */
  readonly base: number
  readonly choice: CopyChoice
}

export interface EntryStore {
  /** Entries whose file name gives this day, each checked; the newest begun last. Reads no other file. */
  ofDay(day: Day): Promise<Entry[]>
  /** Entries of the `days` days before `day` (by file name), newest day first. Bounded work: for the first page. */
  before(day: Day, days: number): Promise<Entry[]>
  /** Every entry, a slice at a time, without blocking the event loop longer than a few milliseconds. */
  all(): AsyncIterable<Entry>
  /** One entry from all files that bear its id, as `all` presents it; null when there is none that can be shown. */
  lookAt(id: EntryId): Promise<Entry | null>
  /** `day` is where its file probably is: without it the whole journal's names may have to be read. Throws `not-found`, `newer-schema`. */
  read(id: EntryId, day?: Day | null): Promise<Entry>
  /**
   * Writes `entry` (whose revision is `base + 1`) durably. Throws `conflict` when what is on disk is not `base` (another program changed it);
   * nothing is overwritten then. A changed day moves the file. Before the first save of a sitting, and every ten minutes of it, the previous file is
   * kept in `versions/`.
   */
  save(entry: Entry, base: number): Promise<void>
  /** The entry with the second versions beside it. Throws `not-found`, `newer-schema`. */
  copiesOf(id: EntryId): Promise<EntryCopies>
  /** The second versions beside these entries that wait for a choice, each as its notice: one look at all names, and at the files of those that have several. */
  copiesBeside(ids: readonly EntryId[]): Promise<readonly StoreNotice[]>
  /**
   * Does with a copy what a person chose; resolves with the entries that are new by it. Both versions are on the disk at every moment, and
   * doing it again is harmless. Throws `not-found` when this copy is not there, or not as it was seen, `conflict` when it was compared with
   * another revision.
   */
  settleCopy(id: EntryId, settling: Settling): Promise<readonly Entry[]>
  /** With the second versions beside it, which go to `versions/`. */
  trash(id: EntryId): Promise<void>
  /** Back from the trash; throws `not-found`. */
  restore(id: EntryId): Promise<Entry>
  /** Newest first; entries older than 30 days are removed at the start of a session, never here. */
  trashed(): Promise<TrashedEntry[]>
  /** Removes one trashed entry for good. */
  erase(id: EntryId): Promise<void>
  onNotice(listener: (notice: StoreNotice) => void): () => void
}
