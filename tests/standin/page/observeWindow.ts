import type { PageMessage } from './pageConfig'

/** Tells the main process whether the page has the keyboard, and has Chromium ask before it closes the window. */
export function observeWindow(post: (message: PageMessage) => void): void {
  observeFocus(post)
  askBeforeClosing()
}

function observeFocus(post: (message: PageMessage) => void): void {
  // A frame that takes the focus leaves the document with it.
  const tell = () => post({ kind: 'focus', focused: document.hasFocus() })
  window.addEventListener('focus', tell)
  window.addEventListener('blur', () => setTimeout(tell, 0))
  if (document.hasFocus()) tell()
}

/** Chromium then asks the main process, which asks the app. A navigation of the page's own is asked about elsewhere. */
function askBeforeClosing(): void {
  let leaving = false
  navigation.addEventListener('navigate', () => {
    leaving = true
    setTimeout(() => {
      leaving = false
    }, 0)
  })
  window.addEventListener('beforeunload', (event) => {
    if (!leaving) event.preventDefault()
  })
}
