/** Captures on the disk: a file for each day, and the inbox that other processes leave them in. */
import type { Capture, CaptureDay } from '#shared/domain/capture/capture'
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'

export interface CaptureStore {
  /** Those in the trash too, earliest first. A day whose file can't be read has none; a notice says so. What a sync program left beside it is merged first. */
  ofDay(day: Day): Promise<readonly Capture[]>
  /** The whole day, once a file of it, or one beside it, came or changed. */
  lookAt(day: Day): Promise<CaptureDay>
  /** Every day that has a file, newest first. */
  all(): AsyncIterable<CaptureDay>
  /** Resolves when the disk has it. One that is there already stays as it is. */
  add(capture: Capture): Promise<void>
  /** Changes one; resolves when the disk has it. Throws `not-found`. */
  change(day: Day, id: EntryId, step: (capture: Capture) => Capture): Promise<void>
  /** Takes one to another day: at each moment it is on at least one of them. Throws `not-found`. */
  move(day: Day, id: EntryId, to: Day): Promise<void>
  /**
   * After a start, with all days that need it: ends what was on its way between two days, and erases what has been in the trash for 30; resolves with
   * the days that changed. What is in the trash of a day that is not named stays there for longer.
   */
  tidy(days: readonly Day[]): Promise<readonly Day[]>
  /** Takes one away for good. Throws `not-found`. */
  erase(day: Day, id: EntryId): Promise<void>
  /** Brings what lies in the inbox into its days, each once; resolves with the days that changed. */
  foldInbox(): Promise<readonly Day[]>
}
