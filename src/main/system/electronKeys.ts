/** Global keys through Electron. */
import { globalShortcut } from 'electron'
import type { GlobalKeys } from '../services/ports/globalKeys'

export const electronKeys: GlobalKeys = {
  register(accelerator, pressed) {
    try {
      return globalShortcut.register(accelerator, pressed)
    } catch {
      // It throws on keys that this platform does not know.
      return false
    }
  },
  unregister: (accelerator) => globalShortcut.unregister(accelerator),
}
