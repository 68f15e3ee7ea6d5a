/** Which days lie between two states of a list of rows, newest day first. Rows that did not change are the same objects. */
import type { Day } from '#shared/domain/day'
import type { RecordRow } from '#shared/domain/record'

export interface Change {
  readonly newest: Day
  readonly oldest: Day
}

/** Null when nothing changed. Looks at every row at most once, and only at which object it is. */
export function changeBetween(before: readonly RecordRow[], after: readonly RecordRow[]): Change | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const days = [...ends(before, head, tail), ...ends(after, head, tail)]
  if (days.length === 0) return null
  return { newest: days.reduce((a, b) => (a > b ? a : b)), oldest: days.reduce((a, b) => (a < b ? a : b)) }
}

/** The days of the first and the last row between what both lists have in common. */
function ends(rows: readonly RecordRow[], head: number, tail: number): readonly Day[] {
  const own = head < rows.length - tail ? [rows[head], rows[rows.length - tail - 1]] : []
  return own.flatMap((row) => (row === undefined ? [] : [row.day]))
}

/** The first index at which a condition holds that, once it holds, holds for all the rest; the length when it never does. */
export function firstWhere<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = list[middle]
    if (one !== undefined && holds(one)) high = middle
    else low = middle + 1
  }
  return low
}
