/** Opens a journal by what this device knows of its lock: the one that was opened is known from then on, and what was kept for the journal joins it. */
import type { Seal } from '../services/ports/seal'
import type { KnownLock } from '../storage/encryption/keys/knownLock'
import type { DeviceLocks } from './deviceLocks'

export interface OpenAsKnownNeeds {
  readonly folder: string
  readonly locks: DeviceLocks
  readonly seal: Pick<Seal, 'look'> & { opened(): KnownLock | null }
  /** The journal is locked: nothing that this device keeps of it may be readable. Throws what the disk says. */
  locked(): void
  failed(error: unknown): void
}

/** `isLockGone`: it was opened read only, and is not the journal that this device knows until the person says so. */
export async function openAsKnown<T extends { readonly id: string }>(
  { folder, locks, seal, locked, failed }: OpenAsKnownNeeds,
  open: (isLockGone: boolean) => Promise<T>,
): Promise<{ readonly found: T; readonly isLockGone: boolean }> {
  // A journal that was brought back may have another lock.
  const state = await seal.look()
  if (state === 'locked') tried(locked, failed)
  const isLockGone = state === 'none' && (await locks.isGone())
  const found = await open(isLockGone)
  if (isLockGone) return { found, isLockGone }
  const lock = seal.opened()
  // Not to know the lock next time is no reason not to open it now.
  if (lock !== null) await locks.keep(folder, found.id, lock).catch(failed)
  await locks.bring().catch(failed)
  return { found, isLockGone }
}

function tried(work: () => void, failed: (error: unknown) => void): void {
  try {
    work()
  } catch (error) {
    failed(error)
  }
}
