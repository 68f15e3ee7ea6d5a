/**
 * The index as one file, so that a start need not read every entry. Only a cache: anything odd about it, and all files are read instead.
 * Layout: blocks, each the length of a table, the table as JSON, and the packed texts of its items. The first has the version alone. Blocks are
 * so small that whoever writes them can let other work in between, and that neither writing nor reading takes the room of the index once more.
 */
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import type { FileMark } from './fileMark'
import type { IndexItem } from './indexItem'
import type { JournalIndex } from './journalIndex'

/** Another way of folding or measuring makes every cache of before worthless. */
const version = `3 unicode ${process.versions.unicode} node ${process.versions.modules}`
/** Slots a block: a few milliseconds. */
const blockSize = 300
const headSize = 4

interface StoredItem extends Omit<IndexItem, 'folded'> {
  /** Bytes of its text. */
  readonly size: number
}

interface Table {
  readonly version?: string
  readonly entries?: readonly (readonly [EntryId, FileMark, StoredItem])[]
  readonly captures?: readonly (readonly [Day, FileMark, readonly StoredItem[], isUntidy: boolean])[]
}

/** As it is now: what changes between two blocks is in none of them. */
export function* encodedIndex({ entries, captures }: JournalIndex): Generator<Uint8Array> {
  // What needed a second look gets it again at the next start.
  const plain = [...entries.ids()].flatMap((id) => {
    const { files = [], shown = null, isPlain = false } = entries.slotOf(id) ?? {}
    const [file] = files
    return file && isPlain && shown ? [{ id, file, shown }] : []
  })
  const days = [...captures.days()].flatMap((day) => {
    const slot = captures.slotOf(day)
    return slot ? [{ day, ...slot }] : []
  })
  yield blockOf({ version }, [])
  for (const some of slicesOf(plain)) {
    yield blockOf(
      { entries: some.map(({ id, file, shown }) => [id, file, stored(shown)]) },
      textsOf(some.map(({ shown }) => shown)),
    )
  }
  for (const some of slicesOf(days)) {
    yield blockOf(
      { captures: some.map(({ day, file, shown, isUntidy }) => [day, file, shown.map(stored), isUntidy]) },
      textsOf(some.flatMap(({ shown }) => shown)),
    )
  }
}

/** Puts what the cache holds on the shelves. Throws for what is no index of ours. */
export function decodeIndex(blocks: Iterable<Buffer>, index: JournalIndex): void {
  const items: IndexItem[] = []
  let isOurs = false
  for (const block of blocks) {
    const { table, unpacked } = opened(block)
    isOurs ||= table.version === version
    if (!isOurs) throw new Error('of another version')
    for (const [id, file, item] of table.entries ?? []) {
      const shown = unpacked(item)
      items.push(shown)
      index.entries.put(id, { files: [file], shown, isPlain: true })
    }
    for (const [day, file, stored, isUntidy] of table.captures ?? []) {
      const shown = stored.map(unpacked)
      items.push(...shown)
      index.captures.put(day, { file, shown, isUntidy })
    }
  }
  index.order.fill(items)
}

function* slicesOf<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += blockSize) yield items.slice(at, at + blockSize)
}

function stored({ folded, ...item }: IndexItem): StoredItem {
  return { ...item, size: folded.length }
}

function textsOf(items: readonly IndexItem[]): readonly string[] {
  return items.map(({ folded }) => folded)
}

function blockOf(table: Table, texts: readonly string[]): Uint8Array {
  const json = Buffer.from(JSON.stringify(table), 'utf8')
  const bytes = Buffer.allocUnsafe(texts.reduce((sum, text) => sum + text.length, headSize + json.length))
  bytes.writeUInt32LE(json.length)
  let place = headSize + json.copy(bytes, headSize)
  for (const text of texts) place += bytes.write(text, place, 'latin1')
  return bytes
}

function opened(block: Buffer) {
  let place = headSize + block.readUInt32LE()
  // Of another shape it is refused with the sum of its file, after it was read.
  const table = JSON.parse(block.toString('utf8', headSize, place)) as Table
  const unpacked = ({ size, ...item }: StoredItem): IndexItem => {
    place += size
    return { ...item, folded: block.toString('latin1', place - size, place) }
  }
  return { table, unpacked }
}
