/** The start of the app, its window, and what belongs to no other noun. */
import { z } from 'zod'
import type { Day } from '../domain/day'
import type { DraftRow } from '../domain/entry/draft'
import type { EntryId } from '../domain/entry/entry'
import type { EntryRow } from '../domain/entry/entryRow'
import type { FailureCode } from '../domain/failure'
import type { Settings } from '../domain/settings/settings'
import type { CommandId } from './commands'
import type { OpenPage } from './entries'
import type { Notice } from './health'
import { nothing } from './parts'

/** Text in one request, in UTF-16 units: above the 10 MB that an entry's file may have. */
const maxText = 12_000_000

export const appRequests = {
  'app.start': nothing,
  'page.shown': nothing,
  'page.flushed': z.strictObject({ unsaved: z.int().min(0) }),
  'page.unsaved': z.strictObject({ isUnsaved: z.boolean() }),
  'links.open': z.strictObject({ url: z.string().max(4000) }),
  'text.copy': z.strictObject({ text: z.string().max(maxText) }),
  'about.read': nothing,
}

export interface AppAnswers {
  /** `command`, `link`: what the start asks for beside its page. */
  'app.start': Start & { readonly command: CommandId | null; readonly link: LinkTarget | null }
  /** The page can be written on. */
  'page.shown': null
  'page.flushed': null
  'page.unsaved': null
  'links.open': null
  'text.copy': null
  'about.read': About
}

export type LinkTarget =
  | { readonly kind: 'entry'; readonly id: EntryId }
  | { readonly kind: 'search'; readonly query: string }

export interface AppEvents {
  dayChanged: { readonly today: Day; readonly zone: string }
  /** A link of another program asked to see it. */
  linkFollowed: LinkTarget
  commandChosen: { readonly command: CommandId }
  /** Save what is not saved, then answer with `page.flushed`. */
  flushAsked: null
  /** Outside of the window a page was asked for: today's, or one from a template; `isNew` also when today has one from it. */
  pageAsked: { readonly template: string | null; readonly isNew: boolean }
}

/** What the page begins with. */
export interface Start {
  readonly today: Day
  readonly zone: string
  readonly locale: string
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly settings: Settings
  /** Today's page; an empty one to write on while the journal can't be opened. */
  readonly page: OpenPage
  readonly trouble: FailureCode | null
  readonly folder: string
  /** True while this journal has no entry at all. */
  readonly firstRun: boolean
  /** At most 100, newest first; `entries.list` brings the rest once it is ready. */
  readonly rows: readonly EntryRow[]
  readonly notices: readonly Notice[]
  /** Pages with words that are kept on this device, and not in the journal. */
  readonly drafts: readonly DraftRow[]
}

/** What this app is made of. */
export interface About {
  readonly version: string
  readonly licences: readonly {
    readonly name: string
    readonly version: string
    readonly licence: string
    readonly text: string
  }[]
}
