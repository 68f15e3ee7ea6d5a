/**
 * Which files that anyone can make may join a journal with a lock: those that this device left in an inbox itself, and those that the person let in.
 * Known by the SHA-256 of their bytes, as empty files of that name in a folder of this device, outside of every journal.
 */
import { join } from 'node:path'
import { createDurably } from '../../../disk/createDurably'
import { type Disk, nodeDisk } from '../../../disk/disk'
import { errorCode } from '../../../disk/files'
import { makeFolders } from '../../../disk/makeFolders'
import { removeDurably } from '../../../disk/removeDurably'
import { digest } from '../cipher/algorithms'

/** The folder's name in the app's own. */
export const admittedName = 'admitted'

export class AdmittedFiles {
  private readonly disk: Disk

  /** Without a folder none is admitted. */
  constructor(
    private readonly folder: string | null = null,
    disk: Partial<Disk> = {},
  ) {
    this.disk = nodeDisk(disk)
  }

  async has(bytes: Uint8Array): Promise<boolean> {
    if (this.folder === null) return false
    try {
      return (await this.disk.files.info(join(this.folder, nameOf(bytes)))).kind === 'file'
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false
      throw error
    }
  }

  /** Resolves when the disk has it. */
  async add(bytes: Uint8Array): Promise<void> {
    if (this.folder === null) return
    await makeFolders(this.disk, this.folder)
    try {
      await createDurably(this.disk, join(this.folder, nameOf(bytes)), Buffer.alloc(0))
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }

  /** Put there once more, the same bytes wait. */
  async remove(bytes: Uint8Array): Promise<void> {
    if (this.folder !== null) await removeDurably(this.disk, join(this.folder, nameOf(bytes)))
  }
}

function nameOf(bytes: Uint8Array): string {
  return digest(bytes).toString('hex')
}
