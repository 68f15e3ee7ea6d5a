/** The keys that open quick capture from anywhere: none until the person picks some. */
import type { ChosenKeys } from '#shared/contract/shortcut'
import type { Accelerator } from '#shared/domain/settings/accelerator'
import type { GlobalKeys } from '../ports/globalKeys'

export interface CaptureShortcutNeeds {
  readonly keys: GlobalKeys
  stored(): Accelerator | null
  store(keys: Accelerator | null): Promise<void>
  /** They were pressed. */
  pressed(): void
  /** They were pressed while the person tries them out. */
  tried(): void
}

export interface CaptureShortcut {
  /** Takes what was chosen before. */
  start(): void
  read(): ChosenKeys
  /** `isFree` is false for keys that another program has; then those from before stay. */
  choose(keys: Accelerator | null): Promise<ChosenKeys>
  /** Until it is over, a press is only reported and opens nothing. */
  tryOut(isTrying: boolean): null
  stop(): void
}

export function createCaptureShortcut({ keys, stored, store, pressed, tried }: CaptureShortcutNeeds): CaptureShortcut {
  let held: Accelerator | null = null
  let isTrying = false

  function take(wanted: Accelerator | null): boolean {
    if (wanted === held) return true
    if (wanted !== null && !keys.register(wanted, () => (isTrying ? tried() : pressed()))) return false
    if (held !== null) keys.unregister(held)
    held = wanted
    return true
  }

  /** Tries again for keys that another program had before. */
  const read = () => ({ keys: stored(), isFree: take(stored()) })

  return {
    start: () => void read(),
    read,
    async choose(wanted) {
      const before = held
      if (!take(wanted)) return { keys: wanted, isFree: false }
      try {
        await store(wanted)
      } catch (error) {
        take(before)
        throw error
      }
      return { keys: wanted, isFree: true }
    },
    tryOut(next) {
      isTrying = next
      return null
    },
    stop: () => void take(null),
  }
}
