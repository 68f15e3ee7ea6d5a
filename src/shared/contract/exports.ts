/** Entries as Markdown, in files or on the clipboard. */
import { z } from 'zod'
import { type Day, daySchema } from '../domain/day'
import type { FailureCode } from '../domain/failure'
import { byId } from './parts'

export const exportRequests = {
  'exports.copyEntry': byId,
  'exports.saveEntry': byId,
  'exports.savePeriod': z.strictObject({ from: daySchema.nullable(), to: daySchema.nullable() }),
}

export interface ExportAnswers {
  'exports.copyEntry': null
  'exports.saveEntry': ExportSummary
  'exports.savePeriod': ExportSummary
}

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
