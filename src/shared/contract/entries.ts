/** Entries: the pages as they are read and saved, and the drafts of what the journal did not take. */
import { z } from 'zod'
import { type Day, daySchema, type Instant, instantSchema } from '../domain/day'
import { type DraftRow, draftNameSchema, maxDraftWords } from '../domain/entry/draft'
import { type Entry, type EntryId, entryIdSchema, maxTitleLength, storedAnswerSchema } from '../domain/entry/entry'
import type { EntryRow } from '../domain/entry/entryRow'
import type { FailureCode } from '../domain/failure'
import { practiceIdSchema } from '../domain/practice/practice'
import type { RecordId, RecordRow } from '../domain/record'
import type { Prompt } from '../domain/template/template'
import { byId, nothing } from './parts'

/** The parts of an entry that a page can change; main adds revision, instants and plain text. */
export const savedEntrySchema = z.strictObject({
  id: entryIdSchema,
  /** The revision the page began from; 0 stores a draft for the first time. */
  base: z.int().min(0),
  day: daySchema,
  template: z.string().max(200),
  title: z.string().max(maxTitleLength),
  starred: z.boolean(),
  sections: z
    .array(
      z.strictObject({
        /** Absent for a section that is new, or asks something else than before: it gets one. */
        id: z.string().max(200).optional(),
        prompt: z.string().max(200).nullable(),
        question: z.string().max(2000).nullable(),
        practice: practiceIdSchema.nullable(),
        answer: storedAnswerSchema,
      }),
    )
    .min(1)
    .max(200),
})
export type SavedEntry = z.infer<typeof savedEntrySchema>

/** The most that one request names: far above ten years of entries. */
const maxFound = 1_000_000

export const entryRequests = {
  'entries.draft': z.strictObject({ template: z.string().max(200), day: daySchema.nullable() }),
  'entries.today': nothing,
  'entries.todayFrom': z.strictObject({ template: z.string().max(200) }),
  'entries.list': z.strictObject({
    after: z.strictObject({ day: daySchema, createdAt: instantSchema, id: entryIdSchema }).nullable(),
  }),
  'entries.read': byId,
  'entries.save': savedEntrySchema,
  'entries.star': z.strictObject({ ids: z.array(entryIdSchema).min(1).max(maxFound), starred: z.boolean() }),
  'entries.discard': byId,
  /** What the journal did not take, whatever it is: `words` is JSON, `base` the revision that the page began from. */
  'drafts.keep': draftNameSchema.extend({ base: z.int().min(0), words: z.string().max(maxDraftWords) }),
  'drafts.drop': draftNameSchema,
}

export interface EntryAnswers {
  'entries.draft': OpenPage
  'entries.today': OpenPage
  /** Today's page from a template, or a new one. */
  'entries.todayFrom': OpenPage
  /** The next rows, newest first; those of captures are rows as the search has them: their template says that they are no entries. */
  'entries.list': { readonly rows: readonly RecordRow[]; readonly isLast: boolean }
  'entries.read': OpenPage
  'entries.save': Saved
  'entries.star': Starred
  'entries.discard': null
  /** They are on the disk of this device. */
  'drafts.keep': null
  'drafts.drop': null
}

export interface EntryEvents {
  /** Records came, went or changed, by the app or by another program; `days` have all that they have now of a kind that shares a file for each day. */
  rowsChanged: {
    readonly rows: readonly RecordRow[]
    readonly removed: readonly RecordId[]
    readonly days: readonly { readonly kind: string; readonly day: Day; readonly rows: readonly RecordRow[] }[]
  }
  /** An answer that was written outside of the window is on this page now. */
  answerPlaced: { readonly row: EntryRow }
  /** A star was given to these entries or taken from them, and nothing else of them changed. */
  entriesStarred: { readonly rows: readonly EntryRow[] }
  /** All that are kept on this device now for want of a place in the journal. */
  draftsChanged: { readonly drafts: readonly DraftRow[] }
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

export interface Starred {
  /** The entries that have another star now. */
  readonly changed: readonly EntryId[]
  /** How many should have, and could not be saved. */
  readonly failed: number
  /** Why the first of them could not; null when all could. */
  readonly code: FailureCode | null
}
