/** Whether these very bytes lie there: what needs no parsing to be known. False for what can't be read now. */
import type { Disk } from '../../disk/disk'
import { maxDocumentBytes } from '../format/fileFormat'

export async function liesAt({ files }: Disk, path: string, bytes: Uint8Array): Promise<boolean> {
  const found = await files.read(path, maxDocumentBytes).catch(() => null)
  return found !== null && Buffer.compare(found.bytes, bytes) === 0
}
