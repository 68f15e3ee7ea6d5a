/**
 * Keys that an input method takes while it composes (Enter for a candidate, arrows among them, Escape to let go) are not for the page:
 * no field, dialog or shortcut gets them. Kept in one place, since components of libraries have handlers of their own.
 */

/** Before and after a composition some input methods send their keys with this code alone: https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode */
const processed = 229

export function isInputMethods(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === processed
}

/** Before any other listener of the window. */
export function leaveKeysToInputMethod(): () => void {
  const stop = (event: KeyboardEvent) => {
    if (isInputMethods(event)) event.stopImmediatePropagation()
  }
  window.addEventListener('keydown', stop, true)
  return () => window.removeEventListener('keydown', stop, true)
}
