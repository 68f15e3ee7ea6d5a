/** The rows of the list, newest first, and what a change makes of them. */
import type { Event } from '#shared/contract/events'
import { captureKindOf } from '#shared/domain/capture/captureSearch'
import { compareRows, type EntryRow } from '#shared/domain/entry/entryRow'

export interface RowList {
  readonly rows: readonly EntryRow[]
  readonly captures: readonly EntryRow[]
}

/** Entries and captures, as main gives them together. */
export function parted(all: readonly EntryRow[]): RowList {
  return {
    rows: all.filter((row) => captureKindOf(row) === null),
    captures: all.filter((row) => captureKindOf(row) !== null),
  }
}

export function changedRows(list: RowList, { rows, removed, captures }: Event<'rowsChanged'>): RowList {
  const gone = new Set([...removed, ...rows.map(({ id }) => id)])
  const days = new Set(captures.map(({ day }) => day))
  return {
    rows:
      gone.size === 0
        ? list.rows
        : merged(
            list.rows.filter(({ id }) => !gone.has(id)),
            rows,
          ),
    captures:
      days.size === 0
        ? list.captures
        : merged(
            list.captures.filter(({ day }) => !days.has(day)),
            captures.flatMap((ofDay) => ofDay.rows),
          ),
  }
}

/** A list in order with some more: each save brings one, and sorting many thousands for it would be felt. */
function merged(ordered: readonly EntryRow[], added: readonly EntryRow[]): readonly EntryRow[] {
  const result: EntryRow[] = []
  let at = 0
  for (const row of added.toSorted(compareRows)) {
    for (let next = ordered[at]; next && compareRows(next, row) < 0; next = ordered[at]) {
      result.push(next)
      at += 1
    }
    result.push(row)
  }
  return result.concat(ordered.slice(at))
}
