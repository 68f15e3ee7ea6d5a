/** Makes the names in a folder durable: without it a new or renamed file can be gone after a power cut. */
import type { Disk } from './disk'
import { errorCode } from './files'

// Some network and FUSE file systems can't sync a folder and say so. That is not a failed write; any other error is.
const unsupported = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  // Windows can't open a folder for syncing; NTFS journals names by itself.
  if (disk.platform === 'win32') return
  const handle = await disk.files.openFolder(folder)
  try {
    await handle.sync()
  } catch (error) {
    if (!unsupported.has(errorCode(error) ?? '')) throw error
  } finally {
    await handle.close()
  }
}
