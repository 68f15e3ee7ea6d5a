/** The rows of the list, newest first, and what a change makes of them. */
import type { Event } from '#shared/contract/events'
import { type CaptureRow, isCaptureRow } from '#shared/domain/capture/captureRow'
import { type EntryRow, isEntryRow } from '#shared/domain/entry/entryRow'
import { compareRows, type RecordRow } from '#shared/domain/record'

export interface RowList {
  readonly rows: readonly EntryRow[]
  readonly captures: readonly CaptureRow[]
}

/** Entries and captures, as main gives them together with all other records. */
export function parted(all: readonly RecordRow[]): RowList {
  return {
    rows: all.filter(isEntryRow),
    captures: all.filter(isCaptureRow),
  }
}

export function changedRows(list: RowList, changed: Event<'rowsChanged'>): RowList {
  const { removed } = changed
  const rows = changed.rows.filter(isEntryRow)
  const captures = changed.days.filter(({ kind }) => kind === 'capture')
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
            captures.flatMap((ofDay) => ofDay.rows.filter(isCaptureRow)),
          ),
  }
}

/** A list in order with some more: each save brings one, and sorting many thousands for it would be felt. */
function merged<R extends RecordRow>(ordered: readonly R[], added: readonly R[]): readonly R[] {
  const result: R[] = []
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
