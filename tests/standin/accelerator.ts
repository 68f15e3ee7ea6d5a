import type { KeyInput } from './page/pageConfig'

const modifierNames: Record<string, 'control' | 'alt' | 'shift' | 'meta'> = {
  commandorcontrol: 'control',
  cmdorctrl: 'control',
  control: 'control',
  ctrl: 'control',
  alt: 'alt',
  option: 'alt',
  shift: 'shift',
  super: 'meta',
  meta: 'meta',
  command: 'meta',
  cmd: 'meta',
}

const keyNames: Record<string, string> = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  del: 'delete',
}

/** One spelling for each accelerator of Electron's, so that two can be compared. Throws on one that Electron would refuse. */
export function normalizeAccelerator(accelerator: string): string {
  // A trailing plus is the key itself: `CmdOrCtrl++`.
  const parts = accelerator.replace(/\+\+$/, '+plus').toLowerCase().split('+')
  const key = parts.pop() ?? ''
  const modifiers = parts.map((part) => modifierNames[part])
  if (!key || modifiers.includes(undefined)) throw new TypeError(`Invalid accelerator: ${accelerator}`)
  return [...[...new Set(modifiers)].sort(), keyNames[key] ?? key].join('|')
}

/** The accelerators that a key press can mean: by the character typed and by the key's place on the keyboard. */
export function acceleratorsOf(input: KeyInput): string[] {
  const modifiers = (['alt', 'control', 'meta', 'shift'] as const).filter((modifier) => input[modifier])
  const place = /^(?:Key|Digit)(.)$/.exec(input.code)?.[1]
  const keys = new Set([input.key, ...(place ? [place] : [])].map((key) => key.toLowerCase()))
  return [...keys].map((key) => [...modifiers, key].join('|'))
}
