/** Rows in the order given, a group for each day. What looks the same as before is the same object, so that the list need not look at it. */

import { captureKindOf } from '#shared/domain/captureSearch'
import type { Day } from '#shared/domain/day'
import { compareRows, type EntryRow } from '#shared/domain/entryRow'

export interface DayGroup {
  /** The day: also the group's key in the list, beside the entries' ids. */
  readonly id: Day
  readonly rows: readonly EntryRow[]
}

/** Newest day first; within a day its entries, then what was caught on it. */
export function inDays(rows: readonly EntryRow[], captures: readonly EntryRow[]): readonly EntryRow[] {
  if (captures.length === 0) return rows
  const rank = (row: EntryRow) => (captureKindOf(row) === null ? 0 : 1)
  return [...rows, ...captures].sort((a, b) =>
    a.day === b.day ? rank(a) - rank(b) || compareRows(a, b) : a.day < b.day ? 1 : -1,
  )
}

export function dayGroups(rows: readonly EntryRow[], previous: readonly DayGroup[]): readonly DayGroup[] {
  const known = new Map(previous.map((group) => [group.id, group]))
  const groups: { id: Day; rows: EntryRow[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.id === row.day) last.rows.push(row)
    else groups.push({ id: row.day, rows: [row] })
  }
  const steady = groups.map((group) => {
    const before = known.get(group.id)
    return before && isSame(before.rows, group.rows, looksSame) ? before : group
  })
  return isSame(previous, steady, Object.is) ? previous : steady
}

function isSame<T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): boolean {
  if (one.length !== other.length) return false
  return one.every((item, at) => {
    const counterpart = other[at]
    return counterpart !== undefined && same(item, counterpart)
  })
}

/** A save changes the revision each time, but seldom anything that the list shows. */
function looksSame(a: EntryRow, b: EntryRow): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      a.title === b.title &&
      a.firstWords === b.firstWords &&
      a.starred === b.starred &&
      a.template === b.template &&
      a.practices.join() === b.practices.join())
  )
}
