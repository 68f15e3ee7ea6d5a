/** Pages and what lies behind them: second versions, earlier states, the trash. */

import type { Day, Instant } from '../../domain/day'
import type { CopyId } from '../../domain/entry/copy'
import type { Entry } from '../../domain/entry/entry'
import type { EntryRow } from '../../domain/entry/entryRow'
import type { Version } from '../../domain/entry/version'
import type { Prompt } from '../../domain/template/template'

/** An entry as it is, and the second versions that other programs left beside it. */
export interface EntryCopies {
  readonly entry: Entry
  readonly copies: readonly { readonly copy: CopyId; readonly entry: Entry }[]
}

/** An entry and its earlier states. */
export interface EntryHistory {
  /** As it is now. */
  readonly entry: Entry
  /** Then nothing can be its next revision before it is back. */
  readonly isInTrash: boolean
  /** Newest first, those of other programs last; without those that can't be read. */
  readonly versions: readonly Version[]
}

/** What came back of words that the journal did not take, and this device kept. */
export interface PageDraft {
  /** The entry as it is in the journal; null when it is not there. */
  readonly stored: Entry | null
  /** The entry was changed meanwhile: both texts wait for a choice. */
  readonly isConflict: boolean
  /** Some of it can't be shown as it was written, and is here as plain text. */
  readonly isPlain: boolean
}

/** An open page: the entry, and what stands around it. */
export interface OpenPage {
  /** With the words of its draft, if it has one, and the revision that they began from. */
  readonly entry: Entry
  readonly draft: PageDraft | null
  /** What an earlier day named as the one thing for tomorrow; only on today's daily page. */
  readonly fromBefore: { readonly day: Day; readonly text: string } | null
  /** For each rotating section of an unsaved page: what could be asked instead, in turn. Empty once it is stored. */
  readonly alternatives: readonly Prompt[]
}

export interface Saved {
  readonly revision: number
  readonly updatedAt: Instant
  readonly row: EntryRow
}

export interface TrashedRow {
  readonly row: EntryRow
  readonly trashedAt: Instant
  /** Title and answers, to be searched. */
  readonly text: string
}
