/** Reads what a person types into the search. Whatever it is, it is a search: what can't be read is said, and nothing is thrown. */
import type { ClauseItem, Item } from './items'
import { itemsOf } from './items'
import type { Clause, Mistake, Query } from './query'
import type { DateContext } from './readPeriod'
import { withCommonDays } from './withCommonDays'

export function parseQuery(text: string, context: DateContext): Query {
  const { items, mistakes } = itemsOf(text, context)
  const joined = joinedByOr(items)
  const { clauses, mistakes: apart } = withCommonDays(joined.clauses)
  return {
    clauses: eachOnce(clauses.filter(({ anyOf }) => anyOf.length > 0)),
    mistakes: [...mistakes, ...joined.mistakes, ...apart].sort((a, b) => a.start - b.start),
  }
}

/** `a b OR c d` asks for a, for b or c, and for d. */
function joinedByOr(items: readonly Item[]): { clauses: readonly ClauseItem[]; mistakes: readonly Mistake[] } {
  const groups: ClauseItem[][] = []
  const mistakes: Mistake[] = []
  for (const [at, item] of items.entries()) {
    const before = items[at - 1]
    if (item.kind === 'or') {
      // At the end of the text it is about to be followed by something, or is the beginning of a word.
      if (before?.kind !== 'clause' && at < items.length - 1) mistakes.push({ ...item, kind: 'danglingOr' })
      continue
    }
    const last = groups.at(-1)
    if (before?.kind !== 'or' || last === undefined) groups.push([item])
    else if (last[0]?.negated || item.negated) {
      mistakes.push({ ...before, kind: 'orWithNot' })
      groups.push([item])
    } else last.push(item)
  }
  return { clauses: groups.flatMap(asOne), mistakes }
}

function asOne(group: readonly ClauseItem[]): readonly ClauseItem[] {
  const [first, ...others] = group
  if (first === undefined || others.length === 0) return group
  return [{ ...first, end: others.at(-1)?.end ?? first.end, anyOf: group.flatMap(({ anyOf }) => anyOf) }]
}

function eachOnce(items: readonly ClauseItem[]): readonly Clause[] {
  const byMeaning = new Map<string, Clause>()
  for (const { negated, anyOf } of items) {
    const meaning = JSON.stringify([negated, anyOf], (key, value: unknown) => (key === 'typed' ? undefined : value))
    if (!byMeaning.has(meaning)) byMeaning.set(meaning, { negated, anyOf })
  }
  return [...byMeaning.values()]
}
