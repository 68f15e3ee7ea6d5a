/** Reads what a person types into the search. Whatever it is, it is a search: what can't be read is said, and nothing is thrown. */
import { eachOnce, joinedByOr } from './clauses'
import { itemsOf } from './items'
import type { Clause, Condition, Query } from './query'
import type { DateContext } from './readPeriod'
import { withCommonDays } from './withCommonDays'

/** While it is typed its last word may go on, and what is not there yet is no mistake. */
export function parseQuery(text: string, context: DateContext, isTyping = true): Query {
  const { items, mistakes } = itemsOf(text, { ...context, isTyping })
  const joined = joinedByOr(items, isTyping)
  const { clauses: all, mistakes: apart } = withCommonDays(joined.clauses)
  const clauses = eachOnce(all.filter(({ anyOf }) => anyOf.length > 0))
  return {
    clauses,
    within: withinOf(clauses),
    mistakes: [...mistakes, ...joined.mistakes, ...apart].sort((a, b) => a.start - b.start),
  }
}

/**
 * A practice is asked of an answer, so what is asked for beside it is asked of the same one; unless the person says otherwise, or asks for two: no answer
 * has both.
 */
function withinOf(clauses: readonly Clause[]): Query['within'] {
  const asked = clauses.map((clause) => [...conditionsIn([clause])])
  const said = asked.flat().find((condition) => condition.kind === 'within')
  if (said) return said.within
  const withPractice = asked.filter((conditions) => conditions.some(({ kind }) => kind === 'practice'))
  return withPractice.length === 1 ? 'answer' : 'page'
}

/** Those that are to hold, also within groups. */
function* conditionsIn(clauses: readonly Clause[]): Generator<Condition> {
  for (const { negated, anyOf } of clauses) {
    if (negated) continue
    for (const condition of anyOf) {
      yield condition
      if (condition.kind === 'all') yield* conditionsIn(condition.clauses)
    }
  }
}
