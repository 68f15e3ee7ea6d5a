/** Where to float: above the selection, below it when there is no room; follows what scrolls. */
import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react'

const gap = 8

export function useFloatingPlace(element: RefObject<HTMLElement | null>, root: HTMLElement | null): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>({ opacity: 0 })
  useLayoutEffect(() => {
    let last: DOMRect | null = null
    const look = () => {
      last = selectionRect(root) ?? last
      if (last && element.current) setPlace(placeFor(last, element.current.getBoundingClientRect()))
    }
    look()
    document.addEventListener('selectionchange', look)
    window.addEventListener('scroll', look, true)
    window.addEventListener('resize', look)
    return () => {
      document.removeEventListener('selectionchange', look)
      window.removeEventListener('scroll', look, true)
      window.removeEventListener('resize', look)
    }
  }, [element, root])
  return place
}

/** Null while the selection is elsewhere, as in the field that floats. */
function selectionRect(root: HTMLElement | null): DOMRect | null {
  const selection = document.getSelection()
  if (!root || !selection || selection.rangeCount === 0 || !root.contains(selection.anchorNode)) return null
  const rect = selection.getRangeAt(0).getBoundingClientRect()
  if (rect.width > 0 || rect.height > 0) return rect
  const { anchorNode } = selection
  return (anchorNode instanceof Element ? anchorNode : root).getBoundingClientRect()
}

function placeFor(target: DOMRect, { width, height }: DOMRect): CSSProperties {
  const above = target.top - height - gap
  const left = Math.max(target.left, target.left + target.width / 2 - width / 2)
  return {
    top: Math.min(above >= gap ? above : target.bottom + gap, window.innerHeight - height - gap),
    left: Math.max(gap, Math.min(left, window.innerWidth - width - gap)),
  }
}
