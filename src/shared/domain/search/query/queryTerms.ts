/** The words of a query that a found text shows marked: those that should be there, tags and people with their sign. */

import { asMark, isPlainName } from '../../text/markedWords'
import { parseQuery } from './parseQuery'
import { type Condition, type MarkedCondition, type Query, signOf } from './query'
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
  switch (condition.kind) {
    case 'words':
      return [{ words: condition.words, prefix: condition.prefix }]
    case 'all':
      return queryTerms(condition)
    case 'tag':
    case 'person':
    case 'project':
      return termsOfName(condition)
    default:
      return []
  }
}

/** As it is written with its sign, and in quotes where it may be. */
function termsOfName({ kind, typed, prefix }: MarkedCondition): readonly Term[] {
  const written = isPlainName(typed) ? [asMark(signOf[kind], typed)] : [`${signOf[kind]}"${typed}`]
  return written.flatMap((text) => {
    const term = termOf(text)
    return term === null ? [] : [{ ...term, prefix }]
  })
}
