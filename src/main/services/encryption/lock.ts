/** The journal's lock at work: turned on and off, closed and opened. While it is closed the key is nowhere, and nothing of the journal is shown. */
import type { LockState } from '#shared/contract/encryption'
import { createLockChanges, type LockChanges } from './lockChanges'
import { createLocking, type Locking } from './locking'
import type { LockNeeds } from './lockNeeds'
import { createLockSteps } from './lockSteps'
import { createUnlocking, type Unlocking } from './unlocking'

export interface Lock extends LockChanges, Locking, Unlocking {
  read(): Promise<LockState>
  /** Resolves when no change of it is under way: what a page is answered then is true. */
  settled(): Promise<void>
}

export function createLock(needs: LockNeeds): Lock {
  const { seal, keychainKey } = needs
  const steps = createLockSteps(needs)
  return {
    ...createLockChanges(needs, steps),
    ...createLocking(needs, steps),
    ...createUnlocking(needs, steps),
    async read() {
      const state = await seal.look()
      const isLocked = state === 'locked'
      if (state === 'none') return { isOn: false, isLocked, isKept: false, isOther: false }
      return { isOn: true, isLocked, isKept: keychainKey.isOf(await seal.id()), isOther: await seal.isOther() }
    },
    async settled() {
      await steps.idle()
    },
  }
}
