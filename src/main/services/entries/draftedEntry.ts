/** What a draft says of an entry, read with care: it may be what the journal could not read. */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { type SavedEntry, savedEntrySchema } from '#shared/contract/entries'
import { cleanLinks } from '#shared/document/cleanLinks'
import { documentOfText, maxAnswerNesting, readDocument } from '#shared/document/document'
import { nestingWithin } from '#shared/document/nesting'
import { plainText } from '#shared/document/plainText'
import { wordsIn } from '#shared/document/wordsIn'
import { dayOf } from '#shared/domain/day'
import { type Entry, entrySchemaVersion, type Section } from '#shared/domain/entry/entry'
import { withSectionIds } from '#shared/domain/entry/sectionIds'
import { defaultTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import type { Draft } from '../ports/draftStore'

export interface DraftedEntry {
  readonly entry: Entry
  /** Some of it could not be read as it was written, and is plain text here. */
  readonly isPlain: boolean
  /** Not even its questions could be read. */
  readonly isBroken: boolean
}

/** All words as plain text: the title, then the answers. */
export function draftText(words: unknown): string {
  const read = savedEntrySchema.safeParse(words)
  if (!read.success) return wordsIn(words)
  const { title, sections } = read.data
  return [title, ...sections.map(({ answer }) => wordsIn(answer))].filter((text) => text !== '').join('\n')
}

/** The entry with the draft's words; what the draft can't know of is as in the journal. */
export function draftedEntry(draft: Draft, inJournal: Entry | null): DraftedEntry {
  const stored = inJournal && withSectionIds(inJournal)
  const { id, base, kept, words, text } = draft
  const withFields = (fields: Pick<Entry, 'day' | 'template' | 'title' | 'starred' | 'sections'>): Entry => ({
    ...stored,
    schema: entrySchemaVersion,
    id,
    created: stored?.created ?? kept,
    updated: stored?.updated ?? kept,
    revision: base,
    ...fields,
  })
  const read = savedEntrySchema.safeParse(words)
  if (!read.success) {
    const { day = dayOf(kept), template = defaultTemplate.id, title = '', starred = false } = stored ?? {}
    const entry = withFields({ day, template, title, starred, sections: [textSection(text)] })
    return { entry, isPlain: true, isBroken: true }
  }
  const { day, template, title, starred, sections } = read.data
  const places = samePlaces(sections, stored?.sections ?? [])
  const drafted = sections.map((section, at) => draftedSection(section, places[at]))
  const entry = withFields({ day, template, title, starred, sections: drafted.map(({ section }) => section) })
  return { entry: withSectionIds(entry), isPlain: drafted.some(({ isPlain }) => isPlain), isBroken: false }
}

/** For each the stored one that asks the same, as the how-manieth of these it is: drafts have no ids. */
function samePlaces(given: SavedEntry['sections'], stored: readonly Section[]): (Section | undefined)[] {
  const waiting = new Map<string, Section[]>()
  const keyOf = ({ prompt, question }: Pick<Section, 'prompt' | 'question'>) => JSON.stringify([prompt, question])
  for (const section of stored) waiting.set(keyOf(section), [...(waiting.get(keyOf(section)) ?? []), section])
  return given.map((section) => waiting.get(keyOf(section))?.shift())
}

function draftedSection(sent: SavedEntry['sections'][number], stored: Section | undefined) {
  const given = { ...sent, id: sent.id ?? stored?.id }
  const read = readDocument(given.answer)
  if (read.ok) {
    // As a save would store it.
    const answer = cleanLinks(read.document)
    return { section: { ...given, answer, text: plainText(answer) }, isPlain: false }
  }
  // What can't be shown was on the page untouched.
  if (stored && isSame(stored.answer, given.answer)) return { section: { ...given, text: stored.text }, isPlain: false }
  return { section: textSection(wordsIn(given.answer), given), isPlain: true }
}

function textSection(text: string, { id, prompt, question, practice } = blank): Section {
  return { id, prompt, question, practice, answer: documentOfText(text), text }
}

const blank: Pick<Section, 'id' | 'prompt' | 'question' | 'practice'> = { prompt: null, question: null, practice: null }

/** Of values that may be nested deeper than the stack. */
function isSame(stored: unknown, given: unknown): boolean {
  return nestingWithin(given, maxAnswerNesting) && isDeepStrictEqual(stored, given)
}

/** The same for the same day, title, questions and answers, whatever the revision, the times and the star. */
export function fingerprintOf({ day, title, sections }: Entry): string {
  const said = sections.map(({ prompt, question, practice, answer }) => [prompt, question, practice, answer])
  return createHash('sha256')
    .update(JSON.stringify([day, title, said]))
    .digest('base64')
    .slice(0, 22)
}
