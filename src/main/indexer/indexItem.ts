/** What the library keeps of one entry or capture: what a search, the list and the overview need, and none of its words as they were written. */
import type { Capture } from '#shared/domain/capture/capture'
import type { Entry } from '#shared/domain/entry/entry'
import { type Measure, measureOf, measureOfCapture } from '#shared/domain/overview/measure'
import { captureRecord } from '#shared/domain/search/captureRecord'
import { type PreparedEntry, prepareForSearch, type SearchRecord } from '#shared/domain/search/search'

export interface IndexItem extends SearchRecord {
  readonly measure: Measure
}

export function indexedEntry(entry: Entry): IndexItem {
  return { ...withoutWords(prepareForSearch(entry)), measure: measureOf(entry) }
}

export function indexedCapture(capture: Capture): IndexItem {
  return { ...withoutWords(captureRecord(capture)), measure: measureOfCapture(capture) }
}

function withoutWords({ sections: _, ...record }: PreparedEntry): SearchRecord {
  return record
}
