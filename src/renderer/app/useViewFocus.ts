/** Coming back to the page, the focus is where it was when the page was left; a page that was opened meanwhile puts it itself. */
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLayout } from '../state/layout/layoutStore'

export function useViewFocus(): void {
  const view = useLayout((layout) => layout.view)
  const before = useRef<Element | null>(null)
  useEffect(
    () =>
      useLayout.subscribe((now, was) => {
        // Before the page is hidden, which takes the focus away.
        if (was.view === 'page' && now.view !== 'page') before.current = document.activeElement
      }),
    [],
  )
  useLayoutEffect(() => {
    if (view !== 'page') return
    const isNowhere = document.activeElement === null || document.activeElement === document.body
    if (isNowhere && before.current instanceof HTMLElement) before.current.focus()
    before.current = null
  }, [view])
}
