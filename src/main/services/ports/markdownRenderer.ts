/** Makes the texts of exported files, where no window waits for it. */
import type { CaptureDay } from '#shared/domain/capture'
import type { Day } from '#shared/domain/day'
import type { Entry } from '#shared/domain/entry'
import type { EntryRow } from '#shared/domain/entryRow'

/** Both days included; null is open. */
export interface Period {
  readonly from: Day | null
  readonly to: Day | null
}

export interface RenderedEntry {
  readonly row: EntryRow
  /** Null when its day is not in the period that was asked for. */
  readonly text: string | null
}

export interface MarkdownRenderer {
  /** Of an entry's file as it would be read from the disk. Throws `unreadable`, `newer-schema`. */
  file(bytes: Uint8Array, period: Period): Promise<RenderedEntry>
  entry(entry: Entry, period: Period): Promise<RenderedEntry>
  /** Null when all of them are in the trash. */
  captures(day: CaptureDay): Promise<string | null>
  close(): Promise<void>
}
