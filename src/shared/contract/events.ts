/** What main tells the page without being asked. */
import type { Day } from '../domain/day'
import type { DraftRow } from '../domain/entry/draft'
import type { EntryRow } from '../domain/entry/entryRow'
import type { Settings } from '../domain/settings/settings'
import type { Reading } from './answers/finding'
import type { Notice } from './answers/notices'
import type { Reminding } from './answers/reminding'
import type { BackupsState } from './answers/safekeeping'
import type { EventName } from './channels'
import type { CommandId } from './commands'
import type { CaptureDraft } from './requests'

export interface Events {
  /** Entries came, went or changed, by the app or by another program; `captures` are all that a day has now. */
  rowsChanged: {
    readonly rows: readonly EntryRow[]
    readonly removed: readonly string[]
    readonly captures: readonly { readonly day: Day; readonly rows: readonly EntryRow[] }[]
  }
  /** An answer that was written outside of the window is on this page now. */
  answerPlaced: { readonly row: EntryRow }
  /** A star was given to these entries or taken from them, and nothing else of them changed. */
  entriesStarred: { readonly rows: readonly EntryRow[] }
  dayChanged: { readonly today: Day; readonly zone: string }
  settingsChanged: { readonly settings: Settings }
  /** How far the journal's files have been read. */
  readingProgressed: Reading
  /** Captures of this day came, went or changed. */
  capturesChanged: { readonly day: Day }
  /** The capture window is shown again: for what stands in it, or for what a link offers. */
  captureAsked: { readonly offered: CaptureDraft | null }
  remindersChanged: Reminding
  /** The keys for quick capture were pressed while the person tries them out. */
  captureKeysTried: null
  /** A look through the journal's files has come so far. */
  healthLooked: { readonly files: number }
  /** All that are kept on this device now for want of a place in the journal. */
  draftsChanged: { readonly drafts: readonly DraftRow[] }
  noticeRaised: { readonly notice: Notice }
  backupsChanged: BackupsState
  commandChosen: { readonly command: CommandId }
  /** Save what is not saved, then answer with `page.flushed`. */
  flushAsked: null
  /** How far a lock that is being turned on or off has come, in files. */
  lockProgressed: { readonly done: number; readonly total: number }
  /** Outside of the window a page was asked for: today's, or one from a template; `isNew` also when today has one from it. */
  pageAsked: { readonly template: string | null; readonly isNew: boolean }
}

export type Event<K extends EventName> = Events[K]
