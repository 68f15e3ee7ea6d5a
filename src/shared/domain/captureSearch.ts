/** Captures among the entries of a search: records whose row says that it is no entry's. */
import { type Capture, type CaptureKind, captureKindSchema } from './capture'
import { type Entry, entrySchemaVersion } from './entry'
import type { EntryRow } from './entryRow'
import { prepareForSearch, type SearchRecord } from './search'

/** No template has such an id: they have no colon. */
const prefix = 'capture:'

export function captureRecord({ id, day, created, kind, text }: Capture): SearchRecord {
  const asEntry: Entry = {
    schema: entrySchemaVersion,
    id,
    day,
    created,
    updated: created,
    template: `${prefix}${kind}`,
    title: '',
    starred: false,
    revision: 1,
    sections: [{ prompt: null, question: null, practice: null, answer: { root: null }, text }],
  }
  return prepareForSearch(asEntry)
}

/** The kind of capture that a found row stands for; null for an entry's. */
export function captureKindOf({ template }: Pick<EntryRow, 'template'>): CaptureKind | null {
  if (!template.startsWith(prefix)) return null
  const kind = captureKindSchema.safeParse(template.slice(prefix.length))
  return kind.success ? kind.data : null
}
