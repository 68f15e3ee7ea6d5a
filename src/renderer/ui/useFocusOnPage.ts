/** What opened the dialog is gone when its last choice is made: then the focus goes to the page, and not to nowhere. */
import { useEffect } from 'react'

export function useFocusOnPage(): void {
  useEffect(
    () => () => {
      // react-aria gives the focus back a frame after the dialog is gone.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement !== document.body) return
          document.querySelector<HTMLElement>('#page [contenteditable="true"]')?.focus()
        }),
      )
    },
    [],
  )
}
