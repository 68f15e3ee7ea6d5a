/** Where an export is made: who makes the texts, and the folder they go into. */
import type { ExportFolder } from './exportFolder'
import type { MarkdownRenderer } from './markdownRenderer'

export interface ExportDesk<Text> {
  readonly renderer: MarkdownRenderer<Text>
  /** Makes the last part of the path when it is missing. Throws a `Failure`, `inside-journal` for one that the journal owns. */
  openFolder(): Promise<ExportFolder<Text>>
  close(): Promise<void>
}
