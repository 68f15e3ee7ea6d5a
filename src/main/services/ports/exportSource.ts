/** What an export reads. */
import type { Notice } from '#shared/contract/health'
import type { StoredLog } from '#shared/domain/record'
import type { MarkdownRenderer, Period, RenderedRecord } from './markdownRenderer'

/** The records of one kind that share a file for their day. */
export interface ExportedLog {
  /** The name of the kind. */
  readonly kind: string
  /** What the file is called after its day. */
  readonly name: string
  readonly log: StoredLog
}

export interface ExportSource {
  /** Every record once, in the order of the export; one of which no text could be made becomes a notice. */
  rendered<Text>(renderer: MarkdownRenderer<Text>, period: Period): AsyncIterable<RenderedRecord<Text>>
  logs(): AsyncIterable<ExportedLog>
  onNotice(listener: (notice: Notice) => void): () => void
}
