/**
 * Puts a file in place so that after any crash or power cut either the old or the new content is there, complete.
 * When it resolves, the disk has the new one. Its folder has to be there. Throws the file system's errors.
 */
import { dirname } from 'node:path'
import type { Disk } from './disk'
import type { FileInfo } from './files'
import { renameWithRetry } from './renameWithRetry'
import { syncFolder } from './syncFolder'
import { discard, writeTemporary } from './writeTemporary'

/**
 * `lastLook` comes directly before the rename and may throw: then the old file stays, and nothing of the new one is left. `temporaryIn` is the folder for
 * the unfinished file, on the same disk; by default the file's own.
 */
export async function saveDurably(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  lastLook: () => Promise<void> = async () => undefined,
  temporaryIn = dirname(path),
): Promise<FileInfo> {
  const temporary = await writeTemporary(disk, temporaryIn, bytes, path)
  try {
    await lastLook()
    await renameWithRetry(disk, temporary.path, path)
  } catch (error) {
    await discard(disk, temporary.path)
    throw error
  }
  await syncFolder(disk, dirname(path))
  return temporary.info
}
