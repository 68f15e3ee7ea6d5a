import type { SearchAnswers } from '#shared/contract/search'
import type { Session } from '../../services/journal/session'
import type { SearchActions } from '../../services/search/searchActions'
import type { HandlersOf } from '../serve'

interface Served {
  readonly session: Session
  readonly found: SearchActions
}

export function searchHandlers({ session, found }: Served): HandlersOf<keyof SearchAnswers> {
  return {
    'search.find': (request) => session.find(request),
    'search.star': ({ search, starred }) => found.star(search, starred),
    'search.export': (search) => found.exportAll(search),
  }
}
