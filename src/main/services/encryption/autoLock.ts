/** Locks the journal when the computer was left alone for as long as the person chose. */
import { defaultLockMinutes } from '#shared/domain/encryption/lock'

export interface AutoLockNeeds {
  isUnlocked(): boolean
  /** Null for never, undefined for the usual. */
  minutes(): number | null | undefined
  /** Since the last key or move of the mouse, anywhere. */
  idleSeconds(): number
  lock(): Promise<void>
}

/** To be looked at with each tick of the clock. */
export function createAutoLock({ isUnlocked, minutes, idleSeconds, lock }: AutoLockNeeds): { look(): void } {
  return {
    look() {
      const after = minutes()
      if (after === null || !isUnlocked()) return
      if (idleSeconds() >= (after ?? defaultLockMinutes) * 60) void lock()
    },
  }
}
