/** The journal's lock for one process, where the disk gives it. */
import { failureOf } from '../../disk/failureOf'
import type { ProcessLock } from '../layout/processLock'

/** Whether it is held. A journal that is `usable` as it is opens without it when the disk refuses it. */
export async function takeLock(lock: ProcessLock, usable: boolean): Promise<boolean> {
  try {
    await lock.hold()
    return true
  } catch (error) {
    const { code } = failureOf(error)
    if (!usable || code === 'in-use' || code === 'folder-missing') throw error
    return false
  }
}
