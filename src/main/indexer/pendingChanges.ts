/** Gathers what changed until it is told, so that a restored backup is a few messages and not ten thousand. */
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import type { EntryRow } from '#shared/domain/entry/entryRow'
import type { LibraryChange } from '../services/ports/library'
import type { IndexItem } from './indexItem'

export class PendingChanges {
  private readonly rows = new Map<EntryId, EntryRow | null>()
  private readonly captures = new Map<Day, readonly EntryRow[]>()

  get size(): number {
    return this.rows.size + this.captures.size
  }

  entry(before: IndexItem | null, after: IndexItem | null): void {
    if (before && before.row.id !== after?.row.id) this.rows.set(before.row.id, null)
    if (after) this.rows.set(after.row.id, after.row)
  }

  capturesOf(day: Day, shown: readonly IndexItem[]): void {
    this.captures.set(
      day,
      shown.map(({ row }) => row),
    )
  }

  /** All of them, once. */
  take(): LibraryChange {
    const change = {
      rows: [...this.rows.values()].filter((row) => row !== null),
      removed: [...this.rows].flatMap(([id, row]) => (row === null ? [id] : [])),
      captures: Array.from(this.captures, ([day, rows]) => ({ day, rows })),
    }
    this.rows.clear()
    this.captures.clear()
    return change
  }
}
