/** A key press as the rules of commands' keys see it. */
import type { KeyboardEvent as ReactKeyboardEvent } from 'react'
import type { PressedKey } from '#shared/domain/settings/commandKeys'

export function pressedKey(event: KeyboardEvent | ReactKeyboardEvent): PressedKey {
  const { key, code, ctrlKey, altKey, shiftKey, metaKey } = event
  return { key, code, ctrlKey, altKey, shiftKey, metaKey, isAltGr: event.getModifierState('AltGraph') }
}
