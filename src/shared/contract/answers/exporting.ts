/** What came of an export. */
import type { Day } from '../../domain/day'
import type { FailureCode } from '../../domain/failure'

export interface ExportStop {
  /** Which folder it was. */
  readonly at: 'journal' | 'target'
  readonly code: FailureCode
}

export interface ExportSummary {
  /** Null when the person closed the dialog. */
  readonly folder: string | null
  readonly written: number
  /** Already there with the same content. */
  readonly unchanged: number
  /** Second versions of entries that wait for a choice, and so are not in it. */
  readonly copies: number
  /** Files of earlier exports with older words of what was exported, or under an older title: they stay as they are. */
  readonly earlier: number
  /** Entries that could not be written, and files of the journal that could not be read. */
  readonly failed: readonly { readonly day: Day | null; readonly name: string; readonly code: FailureCode }[]
  /** Why it ended before the last entry: what no other entry would have fared better with. */
  readonly stopped: ExportStop | null
}
