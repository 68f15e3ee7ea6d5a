/** An empty file of this device: the person went back to a backup here, and what the journal lost by that is given up and not missed. It stays until a look at all has followed. */
import { join } from 'node:path'
import { createDurably } from '../../disk/createDurably'
import type { Disk } from '../../disk/disk'
import { exists } from '../../disk/exists'
import { makeFolders } from '../../disk/makeFolders'

const markOf = (folder: string, id: string) => join(folder, `${id}.restored`)

/** Before the journal is replaced. Never throws: without it the person is told what they know. */
export async function markRestored(disk: Disk, folder: string, id: string): Promise<void> {
  try {
    await makeFolders(disk, folder)
    await createDurably(disk, markOf(folder, id), new Uint8Array())
  } catch {
    // It is there, or the device takes no file.
  }
}

export async function isRestored(disk: Disk, folder: string, id: string): Promise<boolean> {
  return await exists(disk, markOf(folder, id)).catch(() => false)
}

/** Never throws: should it stay, one more look is generous. */
export async function restoreIsFollowed({ files }: Disk, folder: string, id: string): Promise<void> {
  await files.remove(markOf(folder, id)).catch(() => undefined)
}
