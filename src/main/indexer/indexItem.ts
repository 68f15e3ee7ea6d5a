/** What the index keeps of one record: what a search, the list and the overview need, and none of its words as they were written. */
import type { Measure } from '#shared/domain/overview/measure'
import { prepareForSearch } from '#shared/domain/search/search'
import type { SearchRecord } from '#shared/domain/search/searchRecord'
import type { Described } from '../storage/kinds/recordKind'

export interface IndexItem extends SearchRecord {
  readonly measure: Measure | null
}

export function indexItem({ measure, ...searched }: Described): IndexItem {
  const { sections: _, ...record } = prepareForSearch(searched)
  return { ...record, measure }
}
