/** What a long list does beside drawing: which rows are in view, which one the keys are on, and that both stay where they are. */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { LongListProps } from './LongList'
import { findAnchor } from './listPlace'
import { rowNear } from './listWalk'
import type { LongListItem } from './longListItem'
import { useUsualHeights } from './useUsualHeights'

/** Rows above and below what is in view, so that a quick turn of the wheel finds them drawn. */
const overscan = 6
/** Kept free above a row that is brought into view: room for its day. In pixels. */
const headroom = 40

type Needs<Item extends LongListItem> = Pick<LongListProps<Item>, 'items' | 'heightOf' | 'current' | 'place'>

export function useLongList<Item extends LongListItem>({ items, heightOf, current, place }: Needs<Item>) {
  const scroller = useRef<HTMLDivElement>(null)
  const keys = useKeys(items)
  const [focused, setFocused] = useState(place.focused)
  const stop = useStop(items, keys, focused ?? current)
  const heights = useUsualHeights(place)

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    estimateSize: (index) => {
      const item = items[index]
      return item ? (place.heights.get(item.kind) ?? heightOf(item)) : 0
    },
    measureElement: heights.measure,
    rangeExtractor: useCallback((range: Range) => withStop(defaultRangeExtractor(range), stop), [stop]),
    initialOffset: () => place.offset,
    overscan,
    scrollPaddingStart: headroom,
    paddingEnd: 16,
  })

  function remember(offset = virtualizer.scrollOffset ?? 0): void {
    const inView = virtualizer.getVirtualItems().filter(({ end }) => end > offset)
    place.offset = offset
    place.anchors = inView.map(({ key, start }) => ({ key: String(key), past: offset - start }))
  }

  const known = useRef<readonly string[] | null>(null)
  const holdsFocus = useRef(false)
  const wanted = useRef<string | null>(null)

  function focusRow(index: number): void {
    const key = keys[index]
    if (key === undefined) return
    wanted.current = key
    setFocused(key)
    virtualizer.scrollToIndex(index)
    focusWanted()
  }

  /** Once the row is in the page. */
  function focusWanted(): void {
    const element = wanted.current === null ? undefined : virtualizer.elementsCache.get(wanted.current)
    if (!element?.isConnected) return
    wanted.current = null
    element.focus({ preventScroll: true })
  }

  useLayoutEffect(() => {
    if (known.current !== keys) {
      known.current = keys
      if (place.offset > 0) hold()
    }
    // The row with the focus went: the one in its place takes it.
    if (holdsFocus.current && !scroller.current?.contains(document.activeElement) && wanted.current === null)
      focusRow(stop)
    focusWanted()
    remember()
  })

  /** Rows came or went: what was in view stays where it was. */
  function hold(): void {
    const anchor = findAnchor(place.anchors, keys)
    const offset = anchor === null ? 0 : (virtualizer.measurementsCache[anchor.index]?.start ?? 0) + anchor.past
    if (Math.abs(offset - (virtualizer.scrollOffset ?? 0)) >= 1) virtualizer.scrollToOffset(offset)
  }

  // Opened from elsewhere: its row comes into view. Nothing that was brought there before is brought again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: an opening is what this waits for
  useEffect(() => {
    if (place.shown === current) return
    place.shown = current
    const index = current === null ? -1 : keys.indexOf(current)
    if (index !== -1 && !isInView(index)) virtualizer.scrollToIndex(index, { align: 'start' })
  }, [current])

  function isInView(index: number): boolean {
    const item = virtualizer.measurementsCache[index]
    const top = virtualizer.scrollOffset ?? 0
    const height = virtualizer.scrollRect?.height ?? 0
    return item !== undefined && item.start >= top && item.end <= top + height
  }

  /** From here: it is in view already. */
  function openedHere(key: string): void {
    place.shown = key
  }

  /** The index one page below or above the row with the focus. */
  function pageFrom(direction: 1 | -1): number {
    const from = virtualizer.measurementsCache[stop]?.start ?? 0
    const page = (virtualizer.scrollRect?.height ?? 0) - headroom
    return virtualizer.getVirtualItemForOffset(from + direction * page)?.index ?? stop
  }

  function focusCame({ target, currentTarget }: FocusEvent<HTMLElement>): void {
    holdsFocus.current = true
    if (target === currentTarget) {
      focusRow(stop)
      return
    }
    const key = keys[indexOf(target)]
    if (key === undefined) return
    place.focused = key
    setFocused(key)
  }

  function focusWent({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>): void {
    holdsFocus.current = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
  }

  return { scroller, virtualizer, stop, remember, openedHere, focusRow, pageFrom, focusCame, focusWent }
}

/** Of the item that an element stands in; -1 for none. */
export function indexOf(target: EventTarget): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return Number(row?.dataset.index ?? -1)
}

/** The keys in order: the same array as long as they are the same, whatever else of the items changed. */
function useKeys(items: readonly LongListItem[]): readonly string[] {
  const known = useRef<{ readonly items: readonly LongListItem[]; readonly keys: readonly string[] }>({
    items: [],
    keys: [],
  })
  const before = known.current
  if (before.items === items) return before.keys
  const same = before.items.length === items.length && items.every(({ key }, at) => before.keys[at] === key)
  known.current = { items, keys: same ? before.keys : items.map(({ key }) => key) }
  return known.current.keys
}

/** The index of the one row that Tab goes to: the one named, or the one that took its place; else the first. */
function useStop(items: readonly LongListItem[], keys: readonly string[], key: string | null): number {
  const before = useRef({ keys, key, index: -1 })
  const { current } = before
  if (current.keys === keys && current.key === key && current.index !== -1) return current.index
  const near = [current.index, current.index + 1, current.index - 1].find((at) => key !== null && keys[at] === key)
  const found = near ?? (key === null ? -1 : keys.indexOf(key))
  const isSame = current.key === key
  const index = found === -1 ? rowNear(items, isSame ? current.index : 0) : found
  before.current = { keys, key, index }
  return index
}

function withStop(indexes: number[], stop: number): number[] {
  if (stop === -1 || indexes.includes(stop)) return indexes
  const at = indexes.findIndex((index) => index > stop)
  return at === -1 ? [...indexes, stop] : indexes.toSpliced(at, 0, stop)
}
