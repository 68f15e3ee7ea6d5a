/** The words of a query that a found text shows marked: those that should be there, tags and people with their sign. */

import { parseQuery } from './parseQuery'
import type { Condition, Query } from './query'
import { type Term, termOf } from './searchTerms'

export function queryTerms({ clauses }: Pick<Query, 'clauses'>): readonly Term[] {
  const terms = clauses.flatMap(({ negated, anyOf }) => (negated ? [] : anyOf.flatMap(termsOf)))
  const byMeaning = new Map(terms.map((term) => [`${term.prefix} ${term.words.join(' ')}`, term]))
  return [...byMeaning.values()]
}

/** Straight from what was typed: which days a date means makes no difference to the words. */
export function termsOfQuery(text: string): readonly Term[] {
  return queryTerms(parseQuery(text, { today: '2000-01-01', weekStart: 1 }))
}

function termsOf(condition: Condition): readonly Term[] {
  if (condition.kind === 'words') return [{ words: condition.words, prefix: condition.prefix }]
  if (condition.kind !== 'tag' && condition.kind !== 'person') return []
  const term = termOf(`${condition.kind === 'tag' ? '#' : '@'}${condition.typed}`)
  return term === null ? [] : [{ ...term, prefix: condition.prefix }]
}
