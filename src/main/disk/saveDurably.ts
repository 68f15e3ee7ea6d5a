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

/** `lastLook` comes directly before the rename and may throw: then the old file stays, and nothing of the new one is left. */
export async function saveDurably(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  lastLook: () => Promise<void> = async () => undefined,
): Promise<FileInfo> {
  const folder = dirname(path)
  const temporary = await writeTemporary(disk, folder, bytes, path)
  try {
    await lastLook()
    await renameWithRetry(disk, temporary.path, path)
  } catch (error) {
    await discard(disk, temporary.path)
    throw error
  }
  await syncFolder(disk, folder)
  return temporary.info
}
