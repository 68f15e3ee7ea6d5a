/** Answers a search from the catalogue. */
import type { Find } from '#shared/contract/requests'
import type { Found } from '#shared/contract/responses'
import { findEntries } from '#shared/domain/search'
import type { Catalogue } from './catalogue'

/** Hits that cross the bridge; more than anyone reads, few enough to cross at once. */
const maxHits = 100

export function find({ query, ...filter }: Find, catalogue: Catalogue): Found {
  const { hits, total } = findEntries({ records: catalogue.records(), query, filter, limit: maxHits })
  return { hits, total, complete: catalogue.complete }
}
