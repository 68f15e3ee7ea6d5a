/** Answers a search from the index. */
import type { Find } from '#shared/contract/requests'
import type { Found } from '#shared/contract/responses'
import { parseQuery } from '#shared/domain/query/parseQuery'
import type { DateContext } from '#shared/domain/query/readPeriod'
import { soughtTerms } from '#shared/domain/query/soughtTerms'
import { findRecords, hitOf } from '#shared/domain/search'
import type { Librarian } from './librarian'

export function findIn(
  { index, isComplete, wordsOf }: Pick<Librarian, 'index' | 'isComplete' | 'wordsOf'>,
  { query: text, limit, ...filter }: Find,
  context: DateContext,
): Found {
  const query = parseQuery(text, context)
  const found = findRecords({ records: index.order.all, query, filter })
  const terms = soughtTerms(query)
  const hits = found.slice(0, limit).map((item) => hitOf({ ...item, sections: wordsOf(item) }, terms))
  return { hits, total: found.length, complete: isComplete, query }
}
