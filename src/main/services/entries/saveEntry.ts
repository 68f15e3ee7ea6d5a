/** Turns what a page sends into the next revision of an entry, and stores it. */
import type { SavedEntry } from '#shared/contract/entries'
import { cleanLinks } from '#shared/document/cleanLinks'
import { readDocument } from '#shared/document/document'
import { plainText } from '#shared/document/plainText'
import { type Entry, entrySchemaVersion, type Section } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import type { Clock } from '../ports/clock'
import type { EntryStore } from '../ports/recordStore'

export async function saveEntry(
  saved: SavedEntry,
  { entries, clock }: { entries: Pick<EntryStore, 'read' | 'save'>; clock: Clock },
): Promise<Entry> {
  const before = saved.base === 0 ? null : await entries.read(saved.id)
  if (before && before.revision !== saved.base) throw new Failure('conflict', 'the page began from another revision')
  const now = clock.now()
  const { base, sections, ...fields } = saved
  const next: Entry = {
    ...before,
    ...fields,
    schema: entrySchemaVersion,
    created: before?.created ?? now,
    updated: now,
    revision: base + 1,
    sections: sections.map((section, at) => nextSection(section, before?.sections[at])),
  }
  if (before && !keepsUnreadable(before, next))
    throw new Failure('bad-request', 'an answer that can not be shown was left out')
  await entries.save(next, base)
  return next
}

/** What can't be shown was not on the page to be replaced or removed. */
function keepsUnreadable(before: Entry, next: Entry): boolean {
  return before.sections.every((section, at) => section === next.sections[at] || readDocument(section.answer).ok)
}

/** Fields this version does not know stay with their section; an answer it could not show stays as it is on disk. */
function nextSection(sent: SavedEntry['sections'][number], stored: Section | undefined): Section {
  const same = stored && stored.prompt === sent.prompt && stored.question === sent.question ? stored : undefined
  if (same && !readDocument(same.answer).ok) return same
  const read = readDocument(sent.answer)
  if (!read.ok) throw new Failure('bad-request', 'an answer has nodes that are not in the format')
  const document = cleanLinks(read.document)
  return { ...same, ...sent, answer: document, text: plainText(document) }
}
