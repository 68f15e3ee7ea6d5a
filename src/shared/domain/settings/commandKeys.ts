/**
 * Keys that a person may give a command, in Electron's accelerator form: `CmdOrCtrl+Shift+K`. The key is the one that the keyboard's layout produces, so
 * that it is the one that is printed on it. Shift goes with letters and function keys alone: which sign it makes differs from layout to layout.
 */

const form = /^(CmdOrCtrl\+)?(Alt\+)?(Shift\+)?(F(?:[1-9]|1\d|2[0-4])|[\p{L}\p{N}]|[!-/:-@[-`{-~§°´¨€£¤µ¿¡×÷¬¦±²³])$/u
const functionKey = /^F\d/
const letter = /^\p{L}$/u

/** What the system, or every program that is written in, does with them: on any of the systems, since a journal goes from one to the other. */
const systemKeys: ReadonlySet<string> = new Set([
  ...['C', 'V', 'X', 'A', 'Z', 'Y', 'U', 'Shift+Z', 'Shift+V', 'Q', 'W', 'M', 'H', 'Alt+H', '0', '+', '-', '='].map(
    (key) => `CmdOrCtrl+${key}`,
  ),
  ...['F10', 'Shift+F10', 'F11', 'Alt+F4', 'CmdOrCtrl+F4'],
])

export type KeysRefusal =
  /** No keys that a command can have. */
  | 'unfit'
  /** The system’s. */
  | 'reserved'

/** Null for keys that a command can have. */
export function refusalOf(keys: string): KeysRefusal | null {
  const [, control, , shift, key = ''] = form.exec(keys) ?? []
  if (key === '' || key !== upper(key)) return 'unfit'
  if (systemKeys.has(keys)) return 'reserved'
  if (functionKey.test(key)) return null
  if (control === undefined || (shift !== undefined && !letter.test(key))) return 'unfit'
  return null
}

export interface PressedKey {
  /** As the layout produced it. */
  readonly key: string
  /** Where it is on the keyboard. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
  readonly isAltGr: boolean
}

/** Null while nothing but modifiers is pressed, and for what writes: AltGr, a dead key, an input method. */
export function keysOfPress(pressed: PressedKey, mac: boolean): string | null {
  const { altKey, shiftKey, isAltGr } = pressed
  const key = upper(keyOf(pressed, mac))
  const isOne = [...key].length === 1 || functionKey.test(key)
  if (isAltGr || !isOne) return null
  // The other platform's modifier: the form has no name for it.
  if (mac ? pressed.ctrlKey : pressed.metaKey) return null
  const hasControl = mac ? pressed.metaKey : pressed.ctrlKey
  return `${hasControl ? 'CmdOrCtrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${key}`
}

/** Whether these keys were pressed; of those of a layout that has the backslash behind AltGr, see `isPressedByPlace`. */
export function isPressed(pressed: PressedKey, keys: string, mac: boolean): boolean {
  return keysOfPress(pressed, mac) === keys
}

/** A backslash counts by its place where a layout has it elsewhere. */
export function isPressedByPlace(pressed: PressedKey, keys: string, mac: boolean): boolean {
  return pressed.code === 'Backslash' && isPressed({ ...pressed, key: '\\' }, keys, mac)
}

/** With Option a Mac's letters make signs, and only their place says which letter it was. */
function keyOf({ key, code, altKey }: PressedKey, mac: boolean): string {
  const place = mac && altKey ? /^(?:Key|Digit)([A-Z\d])$/.exec(code)?.[1] : undefined
  return place ?? key
}

/** A letter that has no single capital stays as it is. */
function upper(key: string): string {
  const large = key.toUpperCase()
  return [...large].length === [...key].length && large.toLowerCase() === key.toLowerCase() ? large : key
}
