import { isBrowserKey } from './browserKeys'
import type { KeyInput, PageMessage } from './pageConfig'

/**
 * Tells the main process of the keys and context menus of this page, for its menu's accelerators and its own events.
 *
 * @param isSeen whether the window is a browser's on the screen, whose own keys are to do nothing
 */
export function observeInput(post: (message: PageMessage) => void, isSeen: boolean): void {
  for (const type of ['keydown', 'keyup'] as const) {
    window.addEventListener(
      type,
      (event) => {
        const keep = isSeen && isBrowserKey(event) ? keepFromBrowser(event) : null
        // After all of the page's own listeners: a key that the page has used never reaches the menu.
        setTimeout(() => {
          post({ kind: 'key', input: inputOf(event), handled: keep ? keep.end() : event.defaultPrevented })
        }, 0)
      },
      { capture: true },
    )
  }
  window.addEventListener(
    'contextmenu',
    (event) => {
      setTimeout(() => {
        if (!event.defaultPrevented) post({ kind: 'context-menu', at: point(event) })
      }, 0)
    },
    { capture: true },
  )
}

/** Prevents what a browser does with a key, after the last of the page's listeners; `end` gives whether one of them had prevented it. */
function keepFromBrowser(event: KeyboardEvent) {
  let handled: boolean | undefined
  const prevent = () => {
    handled = event.defaultPrevented
    event.preventDefault()
  }
  window.addEventListener(event.type, prevent)
  return {
    end() {
      window.removeEventListener(event.type, prevent)
      return handled ?? event.defaultPrevented
    },
  }
}

function inputOf(event: KeyboardEvent): KeyInput {
  return {
    type: event.type === 'keydown' ? 'keyDown' : 'keyUp',
    key: event.key,
    code: event.code,
    isAutoRepeat: event.repeat,
    shift: event.shiftKey,
    control: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
  }
}

function point(event: MouseEvent) {
  const target = event.composedPath()[0]
  const element = target instanceof Element ? target : null
  const link = element?.closest('a[href]')
  return {
    x: event.clientX,
    y: event.clientY,
    linkURL: link instanceof HTMLAnchorElement ? link.href : '',
    linkText: link?.textContent ?? '',
    selectionText: window.getSelection()?.toString() ?? '',
    isEditable: element instanceof HTMLElement && (element.isContentEditable || element.matches('input, textarea')),
  }
}
