/** Walking through a list of rows under headings, by keys and by first letters. Headings are passed over. */

export interface Walked {
  readonly isHeading?: boolean
}

/** The row nearest to `from` in a direction, `from` itself included; -1 when there is none. */
export function rowFrom(items: readonly Walked[], from: number, step: 1 | -1): number {
  for (let at = from; at >= 0 && at < items.length; at += step) if (!items[at]?.isHeading) return at
  return -1
}

/** The row at an index, or the nearest one to it: below first, then above. -1 in a list without rows. */
export function rowNear(items: readonly Walked[], index: number): number {
  const at = Math.max(0, Math.min(index, items.length - 1))
  const below = rowFrom(items, at, 1)
  return below === -1 ? rowFrom(items, at, -1) : below
}

/** The same, above first. */
function rowAbove(items: readonly Walked[], index: number): number {
  const above = rowFrom(items, index, -1)
  return above === -1 ? rowFrom(items, index, 1) : above
}

/** Where a key leads from a row; null when it is no key of the list. `page` gives the index one page away. */
export function walk(
  key: string,
  items: readonly Walked[],
  from: number,
  page: (direction: 1 | -1) => number,
): number | null {
  const to = (() => {
    switch (key) {
      case 'ArrowDown':
        return rowFrom(items, from + 1, 1)
      case 'ArrowUp':
        return rowFrom(items, from - 1, -1)
      case 'Home':
        return rowFrom(items, 0, 1)
      case 'End':
        return rowFrom(items, items.length - 1, -1)
      case 'PageDown':
        return rowNear(items, Math.max(page(1), from + 1))
      case 'PageUp':
        return rowAbove(items, Math.max(Math.min(page(-1), from - 1), 0))
      default:
        return null
    }
  })()
  return to === -1 ? from : to
}

const letters = new Intl.Collator(undefined, { usage: 'search', sensitivity: 'base' })

/** The next row whose text begins with what was typed, from `from` on and round the end; -1 when none does. */
export function rowBeginning<Item extends Walked>(
  items: readonly Item[],
  typed: string,
  from: number,
  textOf: (item: Item) => string,
): number {
  for (let step = 0; step < items.length; step += 1) {
    const at = (from + step) % items.length
    const item = items[at]
    if (!item || item.isHeading) continue
    if (letters.compare(textOf(item).slice(0, typed.length), typed) === 0) return at
  }
  return -1
}
