/** Keys in Electron's form, `Control+Alt+J`: what a person may choose to call the app with from anywhere. */
import '../zod/zodWithoutEval'
import { z } from 'zod'

/** At least one modifier that is not Shift alone, or a function key; then one key. */
const pattern =
  /^(?:(?:(?:Control|Command|CommandOrControl|Alt|Super)\+)(?:(?:Control|Alt|Shift)\+){0,3}(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|Space|Up|Down|Left|Right)|(?:Shift\+)?F(?:[1-9]|1\d|2[0-4]))$/

export const acceleratorSchema = z.string().max(60).regex(pattern)
export type Accelerator = z.infer<typeof acceleratorSchema>

export const suggestedKeys: Accelerator = 'CommandOrControl+Alt+J'

export interface PressedKeys {
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

/** Null while only modifiers are pressed, or a key that can't be one. */
export function acceleratorOf(pressed: PressedKeys, mac: boolean): Accelerator | null {
  const { code, ctrlKey, altKey, shiftKey, metaKey } = pressed
  const key = /^(?:Key|Digit|Arrow)?([A-Z0-9]|F\d{1,2}|Space|Up|Down|Left|Right)$/.exec(code)?.[1]
  if (key === undefined) return null
  const modifiers = [
    metaKey && (mac ? 'Command' : 'Super'),
    ctrlKey && 'Control',
    altKey && 'Alt',
    shiftKey && 'Shift',
  ].filter((modifier) => modifier !== false)
  const accelerator = acceleratorSchema.safeParse([...modifiers, key].join('+'))
  return accelerator.success ? accelerator.data : null
}
