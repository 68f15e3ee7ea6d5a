/** Makes the texts of exported files, where no window waits for it. A text stays where it was made until it is written: `Text` names it. */
import type { CaptureDay } from '#shared/domain/capture/capture'
import type { Day } from '#shared/domain/day'
import type { Entry } from '#shared/domain/entry/entry'
import type { EntryRow } from '#shared/domain/entry/entryRow'

/** Both days included; null is open. */
export interface Period {
  readonly from: Day | null
  readonly to: Day | null
}

/** An entry's file: its path, or its bytes where only we can read them from the disk. */
export type EntrySource = string | Uint8Array

export interface RenderedEntry<Text> {
  readonly row: EntryRow
  /** Null when its day is not in the period that was asked for. */
  readonly text: Text | null
}

export interface MarkdownRenderer<Text> {
  /** Throws `unreadable`, `newer-schema`, and what the disk says. */
  file(from: EntrySource, period: Period): Promise<RenderedEntry<Text>>
  entry(entry: Entry, period: Period): Promise<RenderedEntry<Text>>
  /** Null when all of them are in the trash. */
  captures(day: CaptureDay): Promise<Text | null>
}
