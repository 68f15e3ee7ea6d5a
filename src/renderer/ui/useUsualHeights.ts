/**
 * Expects of a row what others of its kind measured. Almost all rows of a list have one height: where the guess is right nothing has to be
 * computed anew when they come into view, however long the list is.
 */
import type { Virtualizer } from '@tanstack/react-virtual'
import { useState } from 'react'
import type { ListPlace } from './listPlace'

type Rows = Virtualizer<HTMLDivElement, HTMLElement>

export function useUsualHeights(place: ListPlace) {
  return useState(() => createUsualHeights(place))[0]
}

function createUsualHeights({ heights }: ListPlace) {
  const latest = new WeakMap<HTMLElement, number>()
  let waits = false

  /** A row of the usual height has another one now, as with a larger type: so have all of its kind. */
  function isNews(element: HTMLElement, kind: string, height: number): boolean {
    const usual = heights.get(kind)
    const before = latest.get(element)
    latest.set(element, height)
    return usual === undefined || (before === usual && height !== usual)
  }

  return {
    measure(element: HTMLElement, entry: ResizeObserverEntry | undefined, rows: Rows): number {
      const height = Math.round(entry?.borderBoxSize[0]?.blockSize ?? element.offsetHeight)
      const kind = element.dataset.kind ?? ''
      if (height > 0 && isNews(element, kind, height)) {
        const expected = rows.options.estimateSize(rows.indexFromElement(element))
        heights.set(kind, height)
        // Not while the list is just taking measures.
        if (height !== expected && !waits) queueMicrotask(() => expectAnew(rows))
        waits ||= height !== expected
      }
      return height
    },
  }

  function expectAnew(rows: Rows): void {
    waits = false
    const top = rows.scrollOffset ?? 0
    const first = top > 0 ? rows.getVirtualItemForOffset(top) : undefined
    rows.measure()
    for (const element of rows.elementsCache.values())
      if (element.isConnected) rows.resizeItem(rows.indexFromElement(element), element.offsetHeight)
    const place = first && rows.getOffsetForIndex(first.index, 'start')
    // What was at the upper edge stays there.
    if (first && place) rows.scrollToOffset(place[0] + rows.options.scrollPaddingStart + top - first.start)
  }
}
