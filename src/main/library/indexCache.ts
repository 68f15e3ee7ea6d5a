/**
 * The index as one file, so that a start need not read every entry. Only a cache: anything odd about it, and all files are read instead.
 * Layout: magic, CRC-32 of what follows, length of the table, the table as JSON, the folded texts as UTF-8, padding to four bytes, the signatures.
 */
import { crc32 } from 'node:zlib'
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry'
import { questionsSignatureOf } from '#shared/domain/search'
import type { TextSignature } from '#shared/domain/textSignature'
import type { FileMark } from './fileMark'
import type { Indexed } from './indexed'
import type { JournalIndex } from './journalIndex'

const magic = Buffer.from('TLINDEX1')
/** Another way of folding or measuring makes every cache of before worthless. */
const version = `2 unicode ${process.versions.unicode} node ${process.versions.modules}`

interface StoredItem extends Omit<Indexed, 'folded' | 'signature' | 'questionsSignature'> {
  /** Bytes of folded text, words of signature. */
  readonly sizes: readonly [number, number]
}

interface Table {
  readonly version: string
  readonly entries: readonly (readonly [EntryId, FileMark, StoredItem])[]
  readonly captures: readonly (readonly [Day, FileMark, readonly StoredItem[], isUntidy: boolean])[]
}

export function encodeIndex({ entries, captures }: JournalIndex): Uint8Array {
  const texts: Buffer[] = []
  const signatures: TextSignature[] = []
  const stored = ({ folded, signature, questionsSignature: _, ...item }: Indexed): StoredItem => {
    const text = Buffer.from(folded, 'utf8')
    texts.push(text)
    signatures.push(signature)
    return { ...item, sizes: [text.length, signature.length] }
  }
  const table: Table = {
    version,
    // What needed a second look gets it again at the next start.
    entries: [...entries.ids()].flatMap((id) => {
      const { files = [], shown = null, isPlain = false } = entries.slotOf(id) ?? {}
      const [file] = files
      return file && isPlain && shown ? [[id, file, stored(shown)] as const] : []
    }),
    captures: [...captures.days()].flatMap((day) => {
      const slot = captures.slotOf(day)
      return slot ? [[day, slot.file, slot.shown.map(stored), slot.isUntidy] as const] : []
    }),
  }
  const head = Buffer.from(JSON.stringify(table), 'utf8')
  const textBytes = texts.reduce((sum, text) => sum + text.length, 0)
  const padding = Buffer.alloc(-(magic.length + 8 + head.length + textBytes) & 3)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  const bodies = signatures.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))
  const body = Buffer.concat([length, head, ...texts, padding, ...bodies])
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(crc32(body))
  return Buffer.concat([magic, sum, body])
}

/** Puts what the cache holds on the shelves; false when it is of no use. `bytes` are kept: the signatures are views of them. */
export function decodeIndex(bytes: Buffer, index: JournalIndex): boolean {
  try {
    const table = tableOf(bytes)
    if (table === null) return false
    const unfolded = readerOf(bytes, table)
    const items: Indexed[] = []
    for (const [id, file, item] of table.entries) {
      const shown = unfolded(item)
      items.push(shown)
      index.entries.put(id, { files: [file], shown, isPlain: true })
    }
    for (const [day, file, stored, isUntidy] of table.captures) {
      const shown = stored.map(unfolded)
      items.push(...shown)
      index.captures.put(day, { file, shown, isUntidy })
    }
    index.order.fill(items)
    return true
  } catch {
    return false
  }
}

function tableOf(bytes: Buffer): Table | null {
  const start = magic.length + 4
  if (bytes.length < start + 4 || !bytes.subarray(0, magic.length).equals(magic)) return null
  if (bytes.readUInt32LE(magic.length) !== crc32(bytes.subarray(start))) return null
  const length = bytes.readUInt32LE(start)
  // The sum is right: it is what we wrote.
  const table = JSON.parse(bytes.toString('utf8', start + 4, start + 4 + length)) as Table
  return table.version === version ? table : null
}

/** Gives the items their texts and signatures, in the order in which they were written. */
function readerOf(bytes: Buffer, { entries, captures }: Table): (item: StoredItem) => Indexed {
  const start = magic.length + 8 + bytes.readUInt32LE(magic.length + 4)
  const items = [...entries.map(([, , item]) => item), ...captures.flatMap(([, , stored]) => stored)]
  const textBytes = items.reduce((sum, { sizes }) => sum + sizes[0], 0)
  let text = start
  let place = bytes.byteOffset + start + textBytes + (-(start + textBytes) & 3)
  return ({ sizes, ...item }) => {
    const folded = bytes.toString('utf8', text, text + sizes[0])
    const signature = new Uint32Array(bytes.buffer, place, sizes[1])
    text += sizes[0]
    place += sizes[1] * 4
    return { ...item, folded, signature, questionsSignature: questionsSignatureOf(folded, item) }
  }
}
