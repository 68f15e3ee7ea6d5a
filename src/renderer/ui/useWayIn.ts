/** A key that brings the focus into a region, and a way back to where it was. */
import { type RefObject, useCallback, useEffect, useRef } from 'react'

export function useWayIn(region: RefObject<HTMLElement | null>, key: string, isEmpty: boolean): () => void {
  const before = useRef<HTMLElement | null>(null)
  useEffect(() => {
    if (isEmpty) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== key || region.current === null) return
      event.preventDefault()
      const active = document.activeElement
      if (region.current.contains(active)) return
      before.current = active instanceof HTMLElement ? active : null
      region.current.querySelector('button')?.focus()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [region, key, isEmpty])
  return useCallback(() => {
    const active = document.activeElement
    if (!(active instanceof HTMLElement) || !region.current?.contains(active)) return
    // The page may have been changed meanwhile; then nothing has the focus, but the region lets go of it.
    if (before.current?.isConnected) before.current.focus()
    else active.blur()
  }, [region])
}
