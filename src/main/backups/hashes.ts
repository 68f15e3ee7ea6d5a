/** Hexadecimal SHA-256 of bytes, and of a file as the disk gives it back. */
import { createHash } from 'node:crypto'
import type { RawDisk } from '../disk/rawFiles'
import { slicesOf } from './slicesOf'

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export async function hashOfFile(disk: RawDisk, path: string): Promise<string> {
  const hash = createHash('sha256')
  const file = await disk.files.openToRead(path)
  try {
    const { size } = await file.info()
    for await (const bytes of slicesOf(file, 0, size)) hash.update(bytes)
    return hash.digest('hex')
  } finally {
    await file.close()
  }
}
