/** Turns what a page sends into the next revision of an entry, and stores it. */
import type { SavedEntry } from '#shared/contract/entries'
import { cleanLinks } from '#shared/document/cleanLinks'
import { readDocument } from '#shared/document/document'
import { plainText } from '#shared/document/plainText'
import { type Entry, entrySchemaVersion, type Section } from '#shared/domain/entry/entry'
import { withSectionIds } from '#shared/domain/entry/sectionIds'
import { Failure } from '#shared/domain/failure'
import type { Clock } from '../ports/clock'
import type { EntryStore } from '../ports/recordStore'

export async function saveEntry(
  saved: SavedEntry,
  { entries, clock }: { entries: Pick<EntryStore, 'read' | 'save'>; clock: Clock },
): Promise<Entry> {
  const stored = saved.base === 0 ? null : await entries.read(saved.id)
  const before = stored && withSectionIds(stored)
  if (before && before.revision !== saved.base) throw new Failure('conflict', 'the page began from another revision')
  const now = clock.now()
  const { base, sections, ...fields } = saved
  const next: Entry = withSectionIds({
    ...before,
    ...fields,
    schema: entrySchemaVersion,
    created: before?.created ?? now,
    updated: now,
    revision: base + 1,
    sections: withStored(sections, before?.sections ?? []).map(nextSection),
  })
  if (before && !keepsUnreadable(before, next))
    throw new Failure('bad-request', 'an answer that can not be shown was left out')
  await entries.save(next, base)
  return next
}

/** What can't be shown was not on the page to be replaced or removed. */
function keepsUnreadable(before: Entry, next: Entry): boolean {
  const kept = new Set(next.sections)
  return before.sections.every((section) => kept.has(section) || readDocument(section.answer).ok)
}

type Sent = SavedEntry['sections'][number]

/** Each with what is stored of it, where that asks the same: by its id, wherever it stands now; one without an id by its place, unless another is that one. */
function withStored(
  sections: readonly Sent[],
  stored: readonly Section[],
): { sent: Sent; same: Section | undefined }[] {
  const byId = new Map(stored.map((section) => [section.id, section]))
  const sentIds = new Set(sections.map(({ id }) => id))
  return sections.map((sent, at) => {
    const there = sentIds.has(stored[at]?.id) ? undefined : stored[at]
    const found = sent.id === undefined ? there : byId.get(sent.id)
    return { sent, same: found?.prompt === sent.prompt && found.question === sent.question ? found : undefined }
  })
}

/** Fields this version does not know stay with their section; an answer it could not show stays as it is on disk. */
function nextSection({ sent, same }: { readonly sent: Sent; readonly same: Section | undefined }): Section {
  if (same && !readDocument(same.answer).ok) return same
  const read = readDocument(sent.answer)
  if (!read.ok) throw new Failure('bad-request', 'an answer has nodes that are not in the format')
  const document = cleanLinks(read.document)
  return { ...same, ...sent, id: sent.id ?? same?.id, answer: document, text: plainText(document) }
}
