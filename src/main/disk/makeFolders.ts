/** Makes a folder and those above it, each synced into the one above, so that what is saved inside can't vanish with its folder. */
import { dirname } from 'node:path'
import type { Disk } from './disk'
import { errorCode } from './files'
import { syncFolder } from './syncFolder'

export async function makeFolders(disk: Disk, path: string): Promise<void> {
  try {
    await disk.files.makeFolder(path)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolders(disk, dirname(path))
    return makeFolders(disk, path)
  }
  await syncFolder(disk, dirname(path))
}
