/** Whether something has this name; throws when the disk does not say. */
import type { Disk } from './disk'
import { errorCode } from './files'

export async function exists(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.files.info(path)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false
    throw error
  }
}
