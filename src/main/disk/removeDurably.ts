/** Takes a file away for good; one that is already gone is no error. */
import { dirname } from 'node:path'
import type { Disk } from './disk'
import { errorCode } from './files'
import { syncFolder } from './syncFolder'

export async function removeDurably(disk: Disk, path: string): Promise<void> {
  try {
    await disk.files.remove(path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
  await syncFolder(disk, dirname(path))
}
