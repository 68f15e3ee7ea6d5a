/** Makes the texts of exported files, where no window waits for it. A text stays where it was made until it is written: `Text` names it. */
import type { Day } from '#shared/domain/day'
import type { RecordRow, StoredLog, StoredRecord } from '#shared/domain/record'

/** Both days included; null is open. */
export interface Period {
  readonly from: Day | null
  readonly to: Day | null
}

/** A record's file: its path, or its bytes where only we can read them from the disk. */
export type RecordSource = string | Uint8Array

export interface RenderedRecord<Text> {
  readonly row: RecordRow
  /** Null when its day is not in the period that was asked for. */
  readonly text: Text | null
}

export interface MarkdownRenderer<Text> {
  /** `kind` is the name of one, as in all of these. Throws `unreadable`, `newer-schema`, and what the disk says. */
  file(kind: string, from: RecordSource, period: Period): Promise<RenderedRecord<Text>>
  record(kind: string, record: StoredRecord, period: Period): Promise<RenderedRecord<Text>>
  /** Null when nothing of it is to be exported. */
  log(kind: string, log: StoredLog): Promise<Text | null>
}
