/** Answers a search from the index. */

import type { Find, Found, SearchRequest } from '#shared/contract/search'
import { parseQuery } from '#shared/domain/search/query/parseQuery'
import { queryTerms } from '#shared/domain/search/query/queryTerms'
import type { DateContext } from '#shared/domain/search/query/readPeriod'
import { hitOf } from '#shared/domain/search/search'
import type { FoundItem } from '../services/ports/library'
import type { Indexer } from './indexer'

type Searched = Pick<Indexer, 'index' | 'isComplete' | 'wordsOf' | 'finder'>

export function findIn(library: Searched, { limit, ...request }: Find, context: DateContext): Found {
  const { query, found } = search(library, request, context)
  const terms = queryTerms(query)
  const hits = found.slice(0, limit).map((item) => hitOf({ ...item, sections: library.wordsOf(item) }, terms))
  return { hits, total: found.length, complete: library.isComplete, query }
}

export function findAllIn(library: Searched, request: SearchRequest, context: DateContext): readonly FoundItem[] {
  return search(library, request, context).found.map(({ row }) => ({
    kind: row.kind,
    id: row.id,
    day: row.day,
  }))
}

function search({ index, finder }: Searched, { query: text, ...filter }: SearchRequest, context: DateContext) {
  const query = parseQuery(text, context)
  return { query, found: finder()({ records: index.order.all, query, filter }) }
}
