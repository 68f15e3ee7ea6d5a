/**
 * Gives a file another folder or name, bytes untouched. At every moment of a crash it is at one of the two places, never at neither:
 * the new folder is synced before the old one. `to` must be a name that nothing else uses: a file there would be replaced.
 */
import { dirname } from 'node:path'
import type { Disk } from './disk'
import { renameWithRetry } from './renameWithRetry'
import { syncFolder } from './syncFolder'

export async function moveDurably(disk: Disk, from: string, to: string): Promise<void> {
  await renameWithRetry(disk, from, to)
  await syncFolder(disk, dirname(to))
  if (dirname(from) !== dirname(to)) await syncFolder(disk, dirname(from))
}
