/** Gathers what changed until it is emitted, so that a restored backup is a few messages and not ten thousand. */
import type { Day } from '#shared/domain/day'
import type { RecordId, RecordRow } from '#shared/domain/record'
import type { LibraryChange } from '../services/ports/library'
import type { IndexItem } from './indexItem'

export class PendingChanges {
  private readonly rows = new Map<RecordId, RecordRow | null>()
  private readonly days = new Map<string, LibraryChange['days'][number]>()

  get size(): number {
    return this.rows.size + this.days.size
  }

  record(before: IndexItem | null, after: IndexItem | null): void {
    if (before && before.row.id !== after?.row.id) this.rows.set(before.row.id, null)
    if (after) this.rows.set(after.row.id, after.row)
  }

  /** All that a day has now. */
  log(kind: string, day: Day, shown: readonly IndexItem[]): void {
    this.days.set(`${kind} ${day}`, { kind, day, rows: shown.map(({ row }) => row) })
  }

  /** All of them, once. */
  take(): LibraryChange {
    const change = {
      rows: [...this.rows.values()].filter((row) => row !== null),
      removed: [...this.rows].flatMap(([id, row]) => (row === null ? [id] : [])),
      days: [...this.days.values()],
    }
    this.rows.clear()
    this.days.clear()
    return change
  }
}
