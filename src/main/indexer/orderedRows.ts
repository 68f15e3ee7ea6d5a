/** Everything that is indexed, newest first, so that no search and no list has to sort it. */
import { compareRows, type RowKey } from '#shared/domain/record'
import type { IndexItem } from './indexItem'

export class OrderedRows {
  private items: IndexItem[] = []

  get all(): readonly IndexItem[] {
    return this.items
  }

  /** At once, for many: sorting once is cheaper than finding the place of each. */
  fill(items: readonly IndexItem[]): void {
    this.items = [...this.items, ...items].sort((a, b) => compareRows(a.row, b.row))
  }

  add(item: IndexItem): void {
    this.items.splice(this.placeOf(item.row), 0, item)
  }

  remove(item: IndexItem): void {
    const at = this.placeOf(item.row)
    if (this.items[at] === item) this.items.splice(at, 1)
  }

  /** At most `count`, those after the key; from the first on when there is none. */
  after(key: RowKey | null, count: number): readonly IndexItem[] {
    if (key === null) return this.items.slice(0, count)
    const at = this.placeOf(key)
    const next = this.items[at]?.row.id === key.id ? at + 1 : at
    return this.items.slice(next, next + count)
  }

  /** The first place whose row does not come before the key. */
  private placeOf(key: RowKey): number {
    let low = 0
    let high = this.items.length
    while (low < high) {
      const middle = (low + high) >> 1
      const row = this.items[middle]?.row
      if (row && compareRows(row, key) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
