/** The global shortcut: keys that open quick capture from anywhere. */
import { z } from 'zod'
import { type Accelerator, acceleratorSchema } from '../domain/settings/accelerator'
import { nothing } from './parts'

export const shortcutRequests = {
  'keys.read': nothing,
  'keys.choose': z.strictObject({ keys: acceleratorSchema.nullable() }),
  'keys.tryOut': z.strictObject({ isTrying: z.boolean() }),
}

export interface ShortcutAnswers {
  'keys.read': ChosenKeys
  'keys.choose': ChosenKeys
  'keys.tryOut': null
}

export interface ShortcutEvents {
  /** The keys for quick capture were pressed while the person tries them out. */
  captureKeysTried: null
}

/** `isFree` is false while another program has the keys. */
export interface ChosenKeys {
  readonly keys: Accelerator | null
  readonly isFree: boolean
}
