/** What an export reads. */
import type { CaptureDay } from '#shared/domain/capture/capture'
import type { StoreNotice } from './entryStore'
import type { MarkdownRenderer, Period, RenderedEntry } from './markdownRenderer'

export interface ExportSource {
  /** Every entry once, in the order of the export; one of which no text could be made becomes a notice. */
  rendered<Text>(renderer: MarkdownRenderer<Text>, period: Period): AsyncIterable<RenderedEntry<Text>>
  captures(): AsyncIterable<CaptureDay>
  onNotice(listener: (notice: StoreNotice) => void): () => void
}
