/**
 * The index as one file, so that a start need not read every entry. Only a cache: anything odd about it, and all files are read instead.
 * Layout: magic, CRC-32 of what follows, length of the table, the table as JSON, the packed texts.
 */
import { crc32 } from 'node:zlib'
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry'
import type { FileMark } from './fileMark'
import type { Indexed } from './indexed'
import type { JournalIndex } from './journalIndex'

const magic = Buffer.from('TLINDEX1')
/** Another way of folding or measuring makes every cache of before worthless. */
const version = `2 unicode ${process.versions.unicode} node ${process.versions.modules}`

interface StoredItem extends Omit<Indexed, 'folded'> {
  /** Bytes of its text. */
  readonly size: number
}

interface Table {
  readonly version: string
  readonly entries: readonly (readonly [EntryId, FileMark, StoredItem])[]
  readonly captures: readonly (readonly [Day, FileMark, readonly StoredItem[], isUntidy: boolean])[]
}

export function encodeIndex({ entries, captures }: JournalIndex): Uint8Array {
  const texts: string[] = []
  const stored = ({ folded, ...item }: Indexed): StoredItem => {
    texts.push(folded)
    return { ...item, size: folded.length }
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
  const start = magic.length + 8 + head.length
  const bytes = Buffer.allocUnsafe(texts.reduce((sum, text) => sum + text.length, start))
  magic.copy(bytes)
  bytes.writeUInt32LE(head.length, magic.length + 4)
  head.copy(bytes, magic.length + 8)
  let place = start
  for (const text of texts) place += bytes.write(text, place, 'latin1')
  bytes.writeUInt32LE(crc32(bytes.subarray(magic.length + 4)), magic.length)
  return bytes
}

/** Puts what the cache holds on the shelves; false when it is of no use. */
export function decodeIndex(bytes: Buffer, index: JournalIndex): boolean {
  try {
    const table = tableOf(bytes)
    if (table === null) return false
    const unfolded = readerOf(bytes)
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

/** Gives the items their texts, in the order in which they were written. */
function readerOf(bytes: Buffer): (item: StoredItem) => Indexed {
  let place = magic.length + 8 + bytes.readUInt32LE(magic.length + 4)
  return ({ size, ...item }) => {
    const folded = bytes.toString('latin1', place, place + size)
    place += size
    return { ...item, folded }
  }
}
