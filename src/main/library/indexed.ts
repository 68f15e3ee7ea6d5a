/** What the library keeps of one entry or capture: what a search, the list and the overview need, and none of its formatting. */
import type { Capture } from '#shared/domain/capture'
import { captureRecord } from '#shared/domain/captureSearch'
import type { Entry } from '#shared/domain/entry'
import { prepareForSearch, type SearchRecord } from '#shared/domain/search'

export interface Indexed {
  readonly record: SearchRecord
}

export function indexedEntry(entry: Entry): Indexed {
  return { record: prepareForSearch(entry) }
}

export function indexedCapture(capture: Capture): Indexed {
  return { record: captureRecord(capture) }
}
