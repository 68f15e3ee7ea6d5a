/** Records that share a file for their day, those of one kind: each day's file on the disk, and the inbox that other processes leave them in. */
import type { Capture, CaptureDay } from '#shared/domain/capture/capture'
import type { Day } from '#shared/domain/day'
import type { LoggedRecord, RecordId, StoredLog } from '#shared/domain/record'
import type { ExportedLog } from './exportSource'

export type CaptureStore = DayLogStore<CaptureDay, Capture>

/** What is asked of any kind. */
export type AnyDayLogStore = Pick<
  DayLogStore<StoredLog, LoggedRecord>,
  'kind' | 'lookAt' | 'tidy' | 'mergeInbox' | 'part'
>

export interface DayLogStore<L extends StoredLog, R extends LoggedRecord> {
  /** The name of the kind. */
  readonly kind: string
  /** Those in the trash too, earliest first. A day whose file can't be read has none; a notice says so. What a sync program left beside it is merged first. */
  ofDay(day: Day): Promise<readonly R[]>
  /** The whole day, once a file of it, or one beside it, came or changed. */
  lookAt(day: Day): Promise<L>
  /** A day with these of its records alone, without those in the trash; null when none is left. */
  part(day: Day, ids: ReadonlySet<RecordId>): Promise<ExportedLog | null>
  /** Every day that has a file, newest first. */
  all(): AsyncIterable<L>
  /** Resolves when the disk has it. One that is there already stays as it is. */
  add(record: R): Promise<void>
  /** Changes one; resolves when the disk has it. Throws `not-found`. */
  change(day: Day, id: RecordId, step: (record: R) => R): Promise<void>
  /** Takes one to another day: at each moment it is on at least one of them. Throws `not-found`. */
  move(day: Day, id: RecordId, to: Day): Promise<void>
  /**
   * After a start, with all days that need it: ends what was on its way between two days, and erases what has been in the trash for 30; resolves with
   * the days that changed. What is in the trash of a day that is not named stays there for longer.
   */
  tidy(days: readonly Day[]): Promise<readonly Day[]>
  /** Takes one away for good. Throws `not-found`. */
  erase(day: Day, id: RecordId): Promise<void>
  /** Brings what lies in the inbox into its days, each once; resolves with the days that changed. */
  mergeInbox(): Promise<readonly Day[]>
}
