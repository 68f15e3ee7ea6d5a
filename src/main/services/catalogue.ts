/** What is known of every entry, in memory: its row for the list, its folded text for the search, and beside it that of the captures. Filled after the first page is shown. */
import type { Capture, CaptureDay } from '#shared/domain/capture'
import { captureRecord } from '#shared/domain/captureSearch'
import type { Day } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry'
import { compareRows, type EntryRow, entryRow } from '#shared/domain/entryRow'
import { prepareForSearch, type SearchRecord } from '#shared/domain/search'

export interface Catalogue {
  /** True once every entry was read. */
  readonly complete: boolean
  /** Newest first. */
  rows(): readonly EntryRow[]
  /** Of entries, then of captures. */
  records(): Iterable<SearchRecord>
  put(entry: Entry): EntryRow
  remove(id: EntryId): void
  /** All captures of a day as they are now; those in the trash are not found. */
  putCaptures(day: Day, captures: readonly Capture[]): void
  /** Of a day, or of all. */
  captureRows(day?: Day): readonly EntryRow[]
  /** Reads everything in; resolves when it is complete. */
  fill(entries: AsyncIterable<Entry>, captures: AsyncIterable<CaptureDay>): Promise<void>
}

export function createCatalogue(): Catalogue {
  const known = new Map<EntryId, { row: EntryRow; record: SearchRecord }>()
  /** Removed while filling: the entry's file may have been listed before. */
  const removed = new Set<EntryId>()
  const caught = new Map<Day, readonly SearchRecord[]>()
  let sorted: readonly EntryRow[] | null = null
  let complete = false

  function put(entry: Entry): EntryRow {
    const row = entryRow(entry)
    known.set(entry.id, { row, record: prepareForSearch(entry) })
    removed.delete(entry.id)
    sorted = null
    return row
  }

  function putCaptures(day: Day, captures: readonly Capture[]): void {
    caught.set(day, captures.filter(({ trashed }) => trashed === null).map(captureRecord))
  }

  return {
    get complete() {
      return complete
    },
    rows() {
      sorted ??= Array.from(known.values(), ({ row }) => row).sort(compareRows)
      return sorted
    },
    *records() {
      for (const { record } of known.values()) yield record
      for (const records of caught.values()) yield* records
    },
    put,
    putCaptures,
    captureRows(day) {
      const records = day === undefined ? [...caught.values()].flat() : (caught.get(day) ?? [])
      return records.map(({ row }) => row).sort(compareRows)
    },
    remove(id) {
      known.delete(id)
      removed.add(id)
      sorted = null
    },
    async fill(entries, captures) {
      for await (const entry of entries) {
        const row = known.get(entry.id)?.row
        // A save that happened meanwhile is newer than what was read.
        if (!removed.has(entry.id) && (!row || row.revision < entry.revision)) put(entry)
      }
      for await (const { day, captures: ofDay } of captures) {
        // A change that happened meanwhile is newer than what was read.
        if (!caught.has(day)) putCaptures(day, ofDay)
      }
      complete = true
    },
  }
}
