/** Before a journal that is not open here is replaced: whether another process of this computer has it. */
import { failureOf } from '../../disk/failureOf'
import type { JournalFolder } from './journalFolder'
import { nodeProcesses, type Processes } from './processes'
import { ProcessLock } from './processLock'

/** Throws `in-use`. A folder that is not there, or takes no lock, is nobody's. */
export async function checkUnused(folder: JournalFolder, processes: Processes = nodeProcesses()): Promise<void> {
  const lock = new ProcessLock(folder, processes)
  try {
    await folder.present()
    await lock.hold()
  } catch (error) {
    if (failureOf(error).code === 'in-use') throw error
  } finally {
    await lock.release()
  }
}
