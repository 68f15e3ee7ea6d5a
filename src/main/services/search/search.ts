/** What is asked of the search, with what dates in words are meant from. */
import type { Find, Found, NamedKind, SearchRequest } from '#shared/contract/search'
import type { DateContext } from '#shared/domain/search/query/readPeriod'
import type { CountedName } from '#shared/facts/countedNames'
import type { FoundItem, Library } from '../ports/library'

export interface Search {
  find(request: Find): Promise<Found>
  /** All that the search is for, newest first. */
  findAll(request: SearchRequest): Promise<readonly FoundItem[]>
  names(kind: NamedKind): Promise<readonly CountedName[]>
}

export function createSearch(
  library: Pick<Library, 'find' | 'findAll' | 'names'>,
  { dateContext }: { dateContext(): DateContext },
): Search {
  return {
    find: (request) => library.find(request, dateContext()),
    findAll: (request) => library.findAll(request, dateContext()),
    names: library.names,
  }
}
