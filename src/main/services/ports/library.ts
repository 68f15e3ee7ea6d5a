/** What is known of everything that was written: the index and the search, kept apart from the process that saves. It only ever learns from the disk. */

import type { Event } from '#shared/contract/events'
import type { Reading } from '#shared/contract/journal'
import type { Response } from '#shared/contract/requests'
import type { Find, Found, NamedKind, SearchRequest } from '#shared/contract/search'
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import type { StatisticsNeeds } from '#shared/domain/overview/statistics'
import type { RecordId, RowKey, Saves, StoredLog, StoredRecord } from '#shared/domain/record'
import type { DateContext } from '#shared/domain/search/query/readPeriod'
import type { CountedName } from '#shared/facts/countedNames'

/** What became different in the index, in the order in which it did. */
export type LibraryChange = Event<'rowsChanged'>

/** One of all that a search found. */
export interface FoundItem {
  readonly kind: string
  readonly id: RecordId
  readonly day: Day
}

/** The files that belong together: of a record, or of a day of what shares its file. `kind` is the name of one. */
export type Place = { readonly kind: string } & ({ readonly id: RecordId } | { readonly day: Day })

/** Which saves the files of a record or of a day hold. */
export interface FoundState {
  readonly kind: string
  readonly of: RecordId | Day
  /** Null where that takes a closer look: there is no file, more than one, or one that can't be read. */
  readonly saves: Saves | null
  readonly day: Day | null
}

export interface FoundStates {
  readonly states: readonly FoundState[]
  /** Whether these are the last of those that are not yet told. */
  readonly isLast: boolean
}

export interface LibraryListener {
  changed(change: LibraryChange): void
  progressed(progress: Reading): void
  /** Files that only the process with the lock can repair; it answers with `repaired`. */
  needsRepair(place: Place): void
}

export interface Library {
  /** Begins with a journal, and lets go of the one before: from the cache of `id`, then from the files in `folder`. */
  open(journal: { readonly folder: string; readonly id: string }): void
  /** Newest first, records of all kinds, a thousand at a time. */
  rows(after: RowKey | null): Promise<Response<'entries.list'>>
  /** `context`: what dates in words are meant from. */
  find(request: Find, context: DateContext): Promise<Found>
  /** All that a search is for, newest first within each rank. */
  findAll(request: SearchRequest, context: DateContext): Promise<readonly FoundItem[]>
  /** Names of a kind that records mention, those most used first. */
  names(kind: NamedKind): Promise<readonly CountedName[]>
  year(year: number): Promise<Response<'overview.year'>>
  statistics(needs: StatisticsNeeds): Promise<Response<'overview.statistics'>>
  /** The day under which an entry was last seen. */
  dayOf(id: EntryId): Promise<Day | null>
  /** Days on which records of this kind are in the trash, or on their way to another day: for `DayLogStore.tidy`. */
  untidyDays(kind: string): Promise<readonly Day[]>
  /** Which saves the files hold: at first of all of them, later of those that changed; each change once, a thousand at a time. */
  states(): Promise<FoundStates>
  /** The disk has something else now; whatever is asked from here on knows it. `day` null where a record stayed on its day. */
  recordChanged(kind: string, id: RecordId, day: Day | null): void
  logChanged(kind: string, day: Day): void
  /** What is to be shown of files that needed repair, whatever they are like; null for nothing. */
  repaired(place: Place, found: StoredRecord | StoredLog | null): void
  /** Other programs may have changed files. `now`: not only when the last look is long enough ago for its length. */
  lookAgain(now: boolean): void
  /** Lets go of the journal, and keeps its index for the next start. Never throws: without it the next start reads all files. */
  close(): Promise<void>
}
