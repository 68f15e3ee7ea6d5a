/** When something goes while it has the focus, the focus returns to where it came from. Give it the region's ref and `onFocus`. */
import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react'

export function useFocusBack(region: RefObject<HTMLElement | null>): (event: FocusEvent) => void {
  const before = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    const element = region.current
    return () => {
      if (element?.contains(document.activeElement)) before.current?.focus()
    }
  }, [region])
  return useCallback(({ relatedTarget, currentTarget }) => {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) before.current = relatedTarget
  }, [])
}
