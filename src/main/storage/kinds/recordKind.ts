/** What a kind of record says of itself once, so that everything that walks a journal knows it: where it lies, its form, how it merges, what is shown, searched and exported of it. */
import type { Day } from '#shared/domain/day'
import type { Measure } from '#shared/domain/overview/measure'
import type { LoggedRecord, RecordId, StoredLog, StoredRecord } from '#shared/domain/record'
import type { Searchable } from '#shared/domain/search/search'
import type { FileFormat } from '../format/fileFormat'

/** What is shown, searched and counted of a record. */
export interface Described extends Searchable {
  /** What it adds to the overview; null for nothing. */
  readonly measure: Measure | null
}

interface AnyKind {
  /** In rows, findings and the index; it never changes. */
  readonly name: string
  /** Under the journal's folder. With a lock, all of it is sealed. */
  readonly folder: string
}

/** Files in `<folder>/inbox/`, written by processes that do not have the journal. */
export interface Inbox<T extends object = object> {
  readonly format: FileFormat<T>
  /** The record that it belongs to, when it waits for one; `isStuck` when no version of this app can bring it there. */
  waitsFor(left: T): { readonly day: Day; readonly id: RecordId; readonly isStuck: boolean } | null
}

/** What other processes leave for a day of records that share a file. */
export interface LogInbox<R extends LoggedRecord = LoggedRecord, T extends object = object> extends Inbox<T> {
  recordOf(left: T): R
}

/** A file for each record: `<folder>/YYYY/YYYY-MM-DD-<id>.json`, or `<folder>/<id>.json` where it has no day. */
export interface RecordKind<T extends StoredRecord = StoredRecord> extends AnyKind {
  readonly shape: 'file'
  readonly format: FileFormat<T>
  /** Whether files are named by their day and lie in the folder of its year. */
  readonly isDated: boolean
  /** Folders of earlier states (one for each record) and of what is in the trash. */
  readonly versions: readonly string[]
  readonly trash: readonly string[]
  /** What other processes may leave for records of this kind. */
  readonly inbox: Inbox | null
  // Methods, so that a kind of one record is also one of any.
  dayOf(record: T): Day
  /** All of it that a person can change; two states with equal content say the same. */
  contentOf(record: T): unknown
  /** One record out of what two devices made of it, the same whichever is ours; null leaves the choice to the person. */
  merge(ours: T, theirs: T): T | null
  /** An earlier state as the next one: what belongs to the place and not to the words stays as it is now. */
  revert(current: T, earlier: T): T
  describe(record: T): Described
  /** As a Markdown file; null for nothing to be exported. What makes it is read with the first. */
  markdown(record: T): Promise<string | null>
}

/** One of the many records in a day's file. */
export interface DayLogKind<L extends StoredLog = StoredLog, R extends LoggedRecord = LoggedRecord> extends AnyKind {
  readonly shape: 'day log'
  readonly format: FileFormat<L>
  readonly inbox: LogInbox<R> | null
  /** As what a comparison with a backup counts its records; null where each is named there. */
  readonly countedAs: 'captures' | null
  empty(day: Day): L
  /** All of it that a person can change; two states with equal content say the same. */
  contentOf(log: L): unknown
  /** All of them as the file has them, those in the trash too. */
  recordsOf(log: L): readonly R[]
  withRecords(log: L, records: readonly R[]): L
  /** The order in which they are shown. */
  compare(a: R, b: R): number
  /** What of two files of one day is to be in it. */
  merge(ours: L, theirs: L): L
  /** Those that are not in the trash, in the order in which they are shown. */
  describe(log: L): readonly Described[]
  /** Something in it waits for `tidy`: it is in the trash, or on its way to another day. */
  isUntidy(log: L): boolean
  /** Each record by its id, as far as a backup compares it; without those in the trash. */
  compared(log: L): ReadonlyMap<string, string>
  markdown(log: L): Promise<string | null>
}

export type Kind = RecordKind | DayLogKind

/** Where a kind's earlier states and its trash lie, unless it is the one whose places are older than kinds. */
export function ownPlaces(folder: string): Pick<RecordKind, 'versions' | 'trash'> {
  return { versions: ['versions', folder], trash: ['trash', folder] }
}

export function isRecordKind(kind: Kind): kind is RecordKind {
  return kind.shape === 'file'
}

export function isDayLogKind(kind: Kind): kind is DayLogKind {
  return kind.shape === 'day log'
}
