/** Zip archives as no honest program writes them: every field is the test's to choose. Nothing is compressed unless it says so. */
import { createHash } from 'node:crypto'
import { crc32, deflateRawSync } from 'node:zlib'

export interface Crafted {
  readonly name: string
  readonly bytes: Uint8Array
  /** Unix mode, as in the upper half of the attributes. */
  readonly mode?: number
  /** What the directory claims. */
  readonly size?: number
  readonly flags?: number
  readonly deflate?: boolean
}

export function hash(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function craftedZip(entries: readonly Crafted[], comment = ''): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const content = entry.deflate ? deflateRawSync(entry.bytes) : Buffer.from(entry.bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(entry.flags ?? 0x0800, 2)
    fields.writeUInt16LE(entry.deflate ? 8 : 0, 4)
    fields.writeUInt32LE(checksum(entry.bytes), 10)
    fields.writeUInt32LE(content.length, 14)
    fields.writeUInt32LE(entry.size ?? entry.bytes.length, 18)
    fields.writeUInt16LE(name.length, 22)
    locals.push(Buffer.from('PK\u0003\u0004', 'latin1'), fields, name, content)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(((entry.mode ?? 0o100600) << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    const versionMadeBy = Buffer.from([20, 3])
    directory.push(Buffer.from('PK\u0001\u0002', 'latin1'), versionMadeBy, fields, rest, name)
    offset += 30 + name.length + content.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  end.writeUInt16LE(comment.length, 16)
  return Buffer.concat([...locals, listed, Buffer.from('PK\u0005\u0006', 'latin1'), end, Buffer.from(comment)])
}

function checksum(bytes: Uint8Array): number {
  // Node 20.19 has no crc32 of its own everywhere; nobody here looks at it.
  return typeof crc32 === 'function' ? crc32(bytes) : 0
}
