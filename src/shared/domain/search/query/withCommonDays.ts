/** Leaves out a date on which nothing could be, because of the dates before it: `after:2026 before:2025`. */
import type { ClauseItem } from './clauses'
import type { DaysCondition, Mistake } from './query'

export function withCommonDays(given: readonly ClauseItem[]): {
  readonly clauses: readonly ClauseItem[]
  readonly mistakes: readonly Mistake[]
} {
  let from = ''
  let to = '9999-12-31'
  const clauses: ClauseItem[] = []
  const mistakes: Mistake[] = []
  for (const item of given) {
    const days = daysOf(item)
    const later = days?.from && days.from > from ? days.from : from
    const earlier = days?.to && days.to < to ? days.to : to
    if (later > earlier) mistakes.push({ kind: 'noCommonDay', start: item.start, end: item.end })
    else {
      clauses.push(item)
      from = later
      to = earlier
    }
  }
  return { clauses, mistakes }
}

/** Of a clause that asks for days and nothing else. */
function daysOf({ negated, anyOf }: ClauseItem): DaysCondition | null {
  const [only, ...others] = anyOf
  return !negated && only?.kind === 'days' && others.length === 0 ? only : null
}
