/** What an answer says of its query: how it was understood, and what was not. */
import type { Found } from '#shared/contract/search'
import type { Query } from '#shared/domain/search/query/query'
import { messages } from '#shared/messages/messages'

export interface ShownMistake {
  /** In UTF-16 units of the query. */
  readonly start: number
  readonly end: number
  readonly sentence: string
}

export interface Explained {
  /** Null for a query that says no more than its words. */
  readonly sentence: string | null
  readonly mistakes: readonly ShownMistake[]
}

export const nothingSaid: Explained = { sentence: null, mistakes: [] }

export function explained({ query }: Found, locale: string): Explained {
  return {
    sentence: isPlain(query) ? null : messages.searching.query(query, locale),
    mistakes: query.mistakes.map((mistake) => ({
      start: mistake.start,
      end: mistake.end,
      sentence: messages.searching.mistake(mistake),
    })),
  }
}

/** Words that all have to be there: what the field says already. */
function isPlain({ clauses }: Query): boolean {
  return clauses.every(
    ({ negated, anyOf }) => !negated && anyOf.length === 1 && anyOf.every(({ kind }) => kind === 'words'),
  )
}
