/** What main tells the page without being asked. */
import type { CaptureKind } from '../domain/capture'
import type { Day } from '../domain/day'
import type { EntryRow } from '../domain/entryRow'
import type { Settings } from '../domain/settings'
import type { EventName } from './channels'
import type { CommandId } from './commands'
import type { Notice, Reminding } from './responses'

export interface Events {
  entryChanged: { readonly row: EntryRow }
  entryRemoved: { readonly id: string }
  dayChanged: { readonly today: Day; readonly zone: string }
  settingsChanged: { readonly settings: Settings }
  /** Every entry's row is known now. */
  journalFilled: { readonly entries: number }
  /** Captures of this day came, went or changed; `rows` are all that there are now. */
  capturesChanged: { readonly day: Day; readonly rows: readonly EntryRow[] }
  /** The capture window is shown again, for the draft or for what a link offers. */
  captureAsked: { readonly offered: { readonly kind: CaptureKind; readonly text: string } | null }
  remindersChanged: Reminding
  /** The keys for quick capture were pressed while the person tries them out. */
  captureKeysTried: null
  noticeRaised: { readonly notice: Notice }
  commandChosen: { readonly command: CommandId }
  /** Save what is not saved, then answer with `page.flushed`. */
  flushAsked: null
  /** Outside of the window a page was asked for: today's, or one from a template; `isNew` also when today has one from it. */
  pageAsked: { readonly template: string | null; readonly isNew: boolean }
}

export type Event<K extends EventName> = Events[K]
