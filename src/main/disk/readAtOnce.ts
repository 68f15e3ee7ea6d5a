/** A file's bytes before the call returns: for a thread that has nothing else to do, and for one small file when the system waits for no promise. */
import * as fs from 'node:fs'
import type { FileContent } from './files'
import { infoOf, readFlags } from './nodeFiles'

/** Throws what the disk says, `EFBIG` for more than `limit` bytes. */
export function readAtOnce(path: string, limit: number): FileContent {
  const file = fs.openSync(path, readFlags)
  try {
    return contentOf(file, limit)
  } finally {
    fs.closeSync(file)
  }
}

function contentOf(file: number, limit: number): FileContent {
  const info = infoOf(fs.fstatSync(file))
  if (info.size > limit) throw Object.assign(new Error(`EFBIG: over ${limit} bytes`), { code: 'EFBIG' })
  const bytes = Buffer.allocUnsafeSlow(info.size)
  let filled = 0
  while (filled < bytes.length) {
    const read = fs.readSync(file, bytes, filled, bytes.length - filled, filled)
    if (read === 0) break
    filled += read
  }
  return { bytes: bytes.subarray(0, filled), info }
}
