/** What the library keeps of one entry or capture: what a search, the list and the overview need, and none of its words as they were written. */
import type { Capture } from '#shared/domain/capture'
import { captureRecord } from '#shared/domain/captureRecord'
import type { Entry } from '#shared/domain/entry'
import { type PreparedEntry, prepareForSearch, type SearchRecord } from '#shared/domain/search'

export interface Indexed extends SearchRecord {}

export function indexedEntry(entry: Entry): Indexed {
  return withoutWords(prepareForSearch(entry))
}

export function indexedCapture(capture: Capture): Indexed {
  return withoutWords(captureRecord(capture))
}

function withoutWords({ sections: _, ...record }: PreparedEntry): SearchRecord {
  return record
}
