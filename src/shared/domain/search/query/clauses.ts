/** Makes clauses of what was read one by one: OR joins neighbours, parentheses that are not needed go, and each is asked once. */
import type { Clause, Mistake } from './query'

/** A clause before OR has joined it; without a condition it was left out, but still stands beside an OR. */
export interface ClauseItem extends Clause {
  readonly kind: 'clause'
  readonly start: number
  readonly end: number
}

export type Item = ClauseItem | { readonly kind: 'or'; readonly start: number; readonly end: number }

export interface Joined {
  readonly clauses: readonly ClauseItem[]
  readonly mistakes: readonly Mistake[]
}

/** `a b OR c d` asks for a, for b or c, and for d. `isTyping`: more may come. */
export function joinedByOr(items: readonly Item[], isTyping: boolean): Joined {
  const groups: ClauseItem[][] = []
  const mistakes: Mistake[] = []
  for (const [at, item] of items.entries()) {
    const before = items[at - 1]
    if (item.kind === 'or') {
      // At the end of the text it is about to be followed by something, or is the beginning of a word.
      const isLast = at === items.length - 1
      if (isLast ? !isTyping : before?.kind !== 'clause') mistakes.push({ ...item, kind: 'danglingOr' })
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

/** What stands in parentheses, as one clause. */
export function grouped(
  inner: readonly ClauseItem[],
  place: { readonly start: number; readonly end: number; readonly negated: boolean },
): ClauseItem {
  const { start, end, negated } = place
  const clauses = eachOnce(inner.filter(({ anyOf }) => anyOf.length > 0))
  const [only, ...others] = clauses
  const anyOf =
    only === undefined ? [] : others.length === 0 && !only.negated ? only.anyOf : [{ kind: 'all' as const, clauses }]
  return { kind: 'clause', start, end, negated, anyOf }
}

export function eachOnce(items: readonly Clause[]): readonly Clause[] {
  const byMeaning = new Map<string, Clause>()
  for (const { negated, anyOf } of items) {
    const meaning = JSON.stringify([negated, anyOf], (key, value: unknown) => (key === 'typed' ? undefined : value))
    if (!byMeaning.has(meaning)) byMeaning.set(meaning, { negated, anyOf })
  }
  return [...byMeaning.values()]
}

/** What is missing from a group is missing from the answer that the group is asked of. */
function isAsked({ negated }: Clause): boolean {
  return !negated
}

/** A group that stands alone asks for what is in it, as if it had no parentheses. */
function asOne(group: readonly ClauseItem[]): readonly ClauseItem[] {
  const [first, ...others] = group
  if (first === undefined) return group
  const [all] = first.anyOf
  if (others.length === 0) {
    const isAlone = !first.negated && first.anyOf.length === 1 && all?.kind === 'all' && all.clauses.every(isAsked)
    const { kind, start, end } = first
    return isAlone ? all.clauses.map((clause) => ({ ...clause, kind, start, end })) : group
  }
  return [{ ...first, end: others.at(-1)?.end ?? first.end, anyOf: group.flatMap(({ anyOf }) => anyOf) }]
}
