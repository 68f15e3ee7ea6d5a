import type { KeyInput, PageMessage } from './pageConfig'

/** Tells the main process of the keys and context menus of this page, for its menu's accelerators and its own events. */
export function observeInput(post: (message: PageMessage) => void): void {
  for (const type of ['keydown', 'keyup'] as const) {
    window.addEventListener(
      type,
      (event) => {
        // After all of the page's own listeners: a key that the page has used never reaches the menu.
        setTimeout(() => post({ kind: 'key', input: inputOf(event), handled: event.defaultPrevented }), 0)
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
