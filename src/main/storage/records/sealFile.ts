/** Seals a file of this device, outside of the journal, that was written before the journal had its lock, or with the form that was before the present one. */
import type { Disk } from '../../disk/disk'
import { saveDurably } from '../../disk/saveDurably'
import { isOldForm, isSealed } from '../encryption/cipher/fileCipher'
import { maxDocumentBytes } from '../format/fileFormat'

export interface Sealing {
  /** As the bytes lie on it. */
  readonly disk: Disk
  /** With what is sealed opened. */
  readonly opened: Disk
}

/** Never throws: what can't be sealed is taken away. */
export async function sealFile({ disk, opened }: Sealing, path: string): Promise<void> {
  try {
    const { bytes } = await disk.files.read(path, maxDocumentBytes * 2)
    if (!isSealed(bytes)) await saveDurably(opened, path, bytes)
    else if (isOldForm(bytes)) await sealAnew(opened, path).catch(() => undefined)
  } catch {
    await disk.files.remove(path).catch(() => undefined)
  }
}

async function sealAnew(opened: Disk, path: string): Promise<void> {
  const { bytes } = await opened.files.read(path, maxDocumentBytes)
  await saveDurably(opened, path, bytes)
}
