/** An accelerator in the signs that a Mac shows, or in the words that others do. */
const onMac: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  CommandOrControl: '⌘',
  Command: '⌘',
  Control: '⌃',
  Cmd: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Backspace: '⌫',
  Up: '↑',
  Down: '↓',
}
const elsewhere: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  CommandOrControl: 'Ctrl',
  Cmd: 'Ctrl',
  Control: 'Ctrl',
  Up: '↑',
  Down: '↓',
}

/** The order in which a Mac lists its modifiers. */
const macOrder = ['⌃', '⌥', '⇧', '⌘']

export function keysInWords(accelerator: string, mac: boolean): string {
  const keys = accelerator.split('+').map((key) => (mac ? onMac : elsewhere)[key] ?? key)
  if (!mac) return keys.join('+')
  const rank = (key: string) => (macOrder.includes(key) ? macOrder.indexOf(key) : macOrder.length)
  return keys.sort((a, b) => rank(a) - rank(b)).join('')
}
