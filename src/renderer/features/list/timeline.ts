/**
 * The rows of the list with a heading for each day. After a change only the days it touches are laid out again, and what looks the
 * same as before is the same object, so that neither the list nor this has to look at ten years for one save.
 */

import type { CaptureRow } from '#shared/domain/capture/captureRow'
import type { Day } from '#shared/domain/day'
import type { EntryRow } from '#shared/domain/entry/entryRow'
import type { RecordRow } from '#shared/domain/record'
import { type Change, changeBetween, firstWhere } from '../../state/journal/rowChange'

export interface DayItem {
  /** Also its key in the list, beside the rows'. */
  readonly key: Day
  readonly kind: 'day'
  readonly isHeading: true
}

interface ItemOf<R extends EntryRow | CaptureRow> {
  /** No other item has it. */
  readonly key: string
  readonly kind: R['kind']
  readonly isHeading?: false
  readonly row: R
}

export type RowItem = ItemOf<EntryRow> | ItemOf<CaptureRow>

export type TimelineItem = DayItem | RowItem

export interface Timeline {
  /** Both newest first, as they were given. */
  readonly entries: readonly EntryRow[]
  readonly captures: readonly CaptureRow[]
  /** Newest day first; within a day its entries, then what was caught on it. */
  readonly items: readonly TimelineItem[]
}

export const noTimeline: Timeline = { entries: [], captures: [], items: [] }

export function timelineOf(
  entries: readonly EntryRow[],
  captures: readonly CaptureRow[],
  before: Timeline = noTimeline,
): Timeline {
  const changes = [changeBetween(before.entries, entries), changeBetween(before.captures, captures)].filter(
    (change): change is Change => change !== null,
  )
  if (changes.length === 0) return before
  // Days compare as text.
  const newest = changes.map((change) => change.newest).reduce((a, b) => (a > b ? a : b))
  const oldest = changes.map((change) => change.oldest).reduce((a, b) => (a < b ? a : b))
  const [start, end] = within(before.items, dayOfItem, newest, oldest)
  const old = before.items.slice(start, end)
  const laid = layOut(
    entries.slice(...within(entries, dayOfRow, newest, oldest)),
    captures.slice(...within(captures, dayOfRow, newest, oldest)),
    new Map(old.map((item) => [item.key, item])),
  )
  const same = laid.length === old.length && laid.every((item, at) => item === old[at])
  const items = same ? before.items : before.items.slice(0, start).concat(laid, before.items.slice(end))
  return { entries, captures, items }
}

function layOut(
  entries: readonly EntryRow[],
  captures: readonly CaptureRow[],
  known: ReadonlyMap<string, TimelineItem>,
): readonly TimelineItem[] {
  const items: TimelineItem[] = []
  let [entry, capture] = [0, 0]
  for (;;) {
    const [ofEntry, ofCapture] = [entries[entry]?.day ?? '', captures[capture]?.day ?? '']
    // Days compare as text, and any of them is later than none.
    const day = ofEntry > ofCapture ? ofEntry : ofCapture
    if (day === '') return items
    const heading = known.get(day)
    items.push(heading?.kind === 'day' ? heading : { key: day, kind: 'day', isHeading: true })
    entry = pushDay(entries, entry, day)
    capture = pushDay(captures, capture, day)
  }

  function pushDay(rows: readonly (EntryRow | CaptureRow)[], from: number, day: Day): number {
    let at = from
    for (let row = rows[at]; row?.day === day; row = rows[at]) {
      // A capture may be on two days: while it moves, or because another program's copy still had it.
      const key = row.kind === 'capture' ? `${day} ${row.id}` : row.id
      const before = known.get(key)
      items.push(before && before.kind !== 'day' && looksSame(before.row, row) ? before : itemOf(key, row))
      at += 1
    }
    return at
  }
}

const dayOfRow = ({ day }: RecordRow): Day => day
const dayOfItem = (item: TimelineItem): Day => (item.kind === 'day' ? item.key : item.row.day)

/** The part of a list, newest day first, that these days take. */
function within<T>(list: readonly T[], dayOf: (one: T) => Day, newest: Day, oldest: Day): [start: number, end: number] {
  return [firstWhere(list, (one) => dayOf(one) <= newest), firstWhere(list, (one) => dayOf(one) < oldest)]
}

function itemOf(key: string, row: EntryRow | CaptureRow): RowItem {
  return row.kind === 'entry' ? { key, kind: row.kind, row } : { key, kind: row.kind, row }
}

/** A save changes the revision each time, but seldom anything that the list shows. */
function looksSame(a: EntryRow | CaptureRow, b: EntryRow | CaptureRow): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      a.day === b.day &&
      a.title === b.title &&
      a.firstWords === b.firstWords &&
      a.starred === b.starred &&
      sortOf(a) === sortOf(b) &&
      a.practices.join() === b.practices.join())
  )
}

function sortOf(row: EntryRow | CaptureRow): string {
  return row.kind === 'entry' ? row.template : row.captureKind
}
