/**
 * Like `saveDurably`, for a file that must not be there yet: throws EEXIST and overwrites nothing when the name is taken.
 * `temporaryIn` is the folder for the unfinished file, on the same disk; by default the file's own.
 */
import { dirname } from 'node:path'
import type { Disk } from './disk'
import { linkUnsupported } from './linkUnsupported'
import { renameWithRetry } from './renameWithRetry'
import { syncFolder } from './syncFolder'
import { discard, writeTemporary } from './writeTemporary'

export async function createDurably(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  temporaryIn = dirname(path),
): Promise<void> {
  const temporary = await writeTemporary(disk, temporaryIn, bytes, path)
  await nameDurably(disk, temporary.path, path)
  // Else a power cut could bring the unfinished name back after the journal was closed, when nothing looks for leftovers.
  if (temporaryIn !== dirname(path)) await syncFolder(disk, temporaryIn)
}

/** The second half of it: gives a finished, synced file of the same disk its name, and takes the unfinished one away, also when that fails. */
export async function nameDurably(disk: Disk, temporary: string, path: string): Promise<void> {
  await nameOnce(disk, temporary, path)
  await syncFolder(disk, dirname(path))
}

/** The same for one of many in a folder: its name is for good once the folder is synced. */
export async function nameOnce(disk: Disk, temporary: string, path: string): Promise<void> {
  try {
    await disk.files.link(temporary, path)
  } catch (error) {
    if (!linkUnsupported(error)) {
      await discard(disk, temporary)
      throw error
    }
    await claim(disk, temporary, path)
  }
  await discard(disk, temporary)
}

/** Without hard links (FAT, some network drives): an empty file claims the name first, then only our own claim is replaced. */
async function claim(disk: Disk, temporary: string, path: string): Promise<void> {
  let claimed = false
  try {
    const file = await disk.files.create(path)
    claimed = true
    await file.close()
    await renameWithRetry(disk, temporary, path)
  } catch (error) {
    if (claimed) await discard(disk, path)
    await discard(disk, temporary)
    throw error
  }
}
