import type { SearchAnswers } from '#shared/contract/search'
import type { Search } from '../../services/search/search'
import type { SearchActions } from '../../services/search/searchActions'
import type { HandlersOf } from '../serve'

interface Served {
  readonly search: Search
  readonly found: SearchActions
}

export function searchHandlers({ search, found }: Served): HandlersOf<keyof SearchAnswers> {
  return {
    'search.find': (request) => search.find(request),
    'search.star': (asked) => found.star(asked.search, asked.starred),
    'search.names': ({ kind }) => search.names(kind),
    'search.export': (request) => found.exportAll(request),
  }
}
