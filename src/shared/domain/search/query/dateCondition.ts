/** The days that `before:`, `after:`, `on:` and `in:` ask for. */
import { addDays, isDay } from '../../day'
import { normalize } from '../../text/normalize'
import { mayBecomeDate } from './dateWords'
import type { DateOperator, DaysCondition } from './query'
import { type DateContext, readPeriod } from './readPeriod'

/** A date has at most so many words: "3 march 2025", "2 weeks ago". */
export const longestDate = 3

/** `words`: how many of those given it took. */
export type DateReading = { readonly words: number } & (
  | { readonly kind: 'days'; readonly condition: DaysCondition }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'unknown' }
)

/** The longest date that the words begin with; `isLast` says that nothing follows them, so that more may be on its way. */
export function readDate(
  operator: DateOperator,
  given: readonly string[],
  isLast: boolean,
  context: DateContext,
): DateReading {
  const words = given.map(normalize)
  for (let count = Math.min(words.length, longestDate); count > 0; count -= 1) {
    const period = readPeriod(words.slice(0, count), context)
    if (period === null) continue
    const condition = period === 'impossible' ? null : daysOf(operator, period)
    return condition === null ? { kind: 'impossible', words: count } : { kind: 'days', words: count, condition }
  }
  if (isLast && mayBecomeDate(words)) return { kind: 'unfinished', words: words.length }
  return { kind: 'unknown', words: Math.min(1, words.length) }
}

/** Null where no day is left: before the first that there is, after the last. */
function daysOf(operator: DateOperator, { from, to }: { from: string; to: string }): DaysCondition | null {
  if (operator === 'on' || operator === 'in') return { kind: 'days', from, to }
  const edge = operator === 'before' ? addDays(from, -1) : addDays(to, 1)
  if (!isDay(edge)) return null
  return operator === 'before' ? { kind: 'days', from: null, to: edge } : { kind: 'days', from: edge, to: null }
}
