/** Answers a search from the index. */
import type { Find } from '#shared/contract/requests'
import type { Found } from '#shared/contract/responses'
import { findEntries } from '#shared/domain/search'
import type { Librarian } from './librarian'

/** Hits that cross the bridge; more than anyone reads, few enough to cross at once. */
const maxHits = 100

export function findIn({ index, isComplete }: Librarian, { query, ...filter }: Find): Found {
  const records = index.order.all.map(({ record }) => record)
  const { hits, total } = findEntries({ records, query, filter, limit: maxHits })
  return { hits, total, complete: isComplete }
}
