/** What is known of every entry, in memory: its row for the list, its folded text for the search. Filled after the first page is shown. */
import type { Entry, EntryId } from '#shared/domain/entry'
import { compareRows, type EntryRow, entryRow } from '#shared/domain/entryRow'
import { prepareForSearch, type SearchRecord } from '#shared/domain/search'

export interface Catalogue {
  /** True once every entry was read. */
  readonly complete: boolean
  /** Newest first. */
  rows(): readonly EntryRow[]
  records(): Iterable<SearchRecord>
  put(entry: Entry): EntryRow
  remove(id: EntryId): void
  /** Reads all entries in; resolves when it is complete. */
  fill(entries: AsyncIterable<Entry>): Promise<void>
}

export function createCatalogue(): Catalogue {
  const known = new Map<EntryId, { row: EntryRow; record: SearchRecord }>()
  /** Removed while filling: the entry's file may have been listed before. */
  const removed = new Set<EntryId>()
  let sorted: readonly EntryRow[] | null = null
  let complete = false

  function put(entry: Entry): EntryRow {
    const row = entryRow(entry)
    known.set(entry.id, { row, record: prepareForSearch(entry) })
    removed.delete(entry.id)
    sorted = null
    return row
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
    },
    put,
    remove(id) {
      known.delete(id)
      removed.add(id)
      sorted = null
    },
    async fill(entries) {
      for await (const entry of entries) {
        const row = known.get(entry.id)?.row
        // A save that happened meanwhile is newer than what was read.
        if (!removed.has(entry.id) && (!row || row.revision < entry.revision)) put(entry)
      }
      complete = true
    },
  }
}
