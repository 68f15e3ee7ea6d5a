/** A capture made ready for the search, as an entry without a title. */
import type { Capture } from '../capture/capture'
import { captureTemplate } from '../capture/captureSearch'
import { type Entry, entrySchemaVersion } from '../entry/entry'
import { type PreparedEntry, prepareForSearch } from './search'

export function captureRecord({ id, day, created, kind, text }: Capture): PreparedEntry {
  const asEntry: Entry = {
    schema: entrySchemaVersion,
    id,
    day,
    created,
    updated: created,
    template: captureTemplate(kind),
    title: '',
    starred: false,
    revision: 1,
    sections: [{ prompt: null, question: null, practice: null, answer: { root: null }, text }],
  }
  return prepareForSearch(asEntry)
}
