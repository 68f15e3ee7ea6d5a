/** Takes a folder away with all that is in it. Links go, what they lead to stays; what is gone already is no error. */
import { join } from 'node:path'
import type { Disk } from './disk'
import { errorCode } from './files'

export async function removeTree(disk: Disk, path: string): Promise<void> {
  try {
    for (const { name, kind } of await disk.files.list(path)) {
      if (kind === 'folder') await removeTree(disk, join(path, name))
      else await disk.files.remove(join(path, name))
    }
    await disk.files.removeFolder(path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}
