/**
 * The index as one file, so that a start need not read every entry. Only a cache: anything odd about it, and all files are read instead.
 * Layout: blocks, each the length of a table, the table as JSON, and the packed texts of its items. The first has the version alone. Blocks are
 * so small that their writer can let other work in between, and that neither writing nor reading takes the room of the index once more.
 */
import type { Day } from '#shared/domain/day'
import type { RecordId, Saves } from '#shared/domain/record'
import type { FileMark } from './fileMark'
import type { IndexedDayLogs } from './indexedDayLogs'
import type { IndexedRecords } from './indexedRecords'
import type { IndexItem } from './indexItem'
import type { JournalIndex } from './journalIndex'

/** Another way of normalizing or measuring makes every cache of before worthless. */
const version = `7 unicode ${process.versions.unicode} node ${process.versions.modules}`
/** Slots a block: a few milliseconds. */
const blockSize = 300
const headSize = 4

interface StoredItem extends Omit<IndexItem, 'normalized'> {
  /** Bytes of its text. */
  readonly size: number
}

interface Table {
  readonly version?: string
  /** The name of the kind of what follows. */
  readonly kind?: string
  readonly records?: readonly (readonly [RecordId, FileMark, StoredItem, Saves | null])[]
  readonly days?: readonly (readonly [Day, FileMark, readonly StoredItem[], isUntidy: boolean, number | null])[]
}

/** As it is now: what changes between two blocks is in none of them. */
export function* encodedIndex({ records, logs }: JournalIndex): Generator<Uint8Array> {
  // All slots are taken before the first block is asked for.
  const blocks = [...records.map(recordBlocks), ...logs.map(dayBlocks)]
  yield blockOf({ version }, [])
  for (const some of blocks) yield* some
}

/** What needed a second look gets it again at the next start. */
function recordBlocks(part: IndexedRecords): Iterable<Uint8Array> {
  const plain = [...part.ids()].flatMap((id) => {
    const { files = [], shown = null, isPlain = false, saves = null } = part.slotOf(id) ?? {}
    const [file] = files
    return file && isPlain && shown ? [{ id, file, shown, saves }] : []
  })
  return inSlices(plain, (some) =>
    blockOf(
      { kind: part.kind.name, records: some.map(({ id, file, shown, saves }) => [id, file, stored(shown), saves]) },
      textsOf(some.map(({ shown }) => shown)),
    ),
  )
}

function dayBlocks(part: IndexedDayLogs): Iterable<Uint8Array> {
  const days = [...part.days()].flatMap((day) => {
    const slot = part.slotOf(day)
    return slot ? [{ day, ...slot }] : []
  })
  return inSlices(days, (some) =>
    blockOf(
      {
        kind: part.kind.name,
        days: some.map(({ day, file, shown, isUntidy, revision }) => [
          day,
          file,
          shown.map(stored),
          isUntidy,
          revision,
        ]),
      },
      textsOf(some.flatMap(({ shown }) => shown)),
    ),
  )
}

/** Puts what the cache holds on the parts. Throws for what is no index of ours. */
export function decodeIndex(blocks: Iterable<Buffer>, index: JournalIndex): void {
  const items: IndexItem[] = []
  let isOurs = false
  for (const block of blocks) {
    const { table, unpacked } = opened(block)
    isOurs ||= table.version === version
    if (!isOurs) throw new Error('of another version')
    // Of a kind that this app does not have, only the texts are passed over.
    for (const [id, file, item, saves] of table.records ?? []) {
      const shown = unpacked(item)
      const part = index.recordsOf(table.kind ?? '')
      if (part) items.push(shown)
      part?.put(id, { files: [file], shown, isPlain: true, saves })
    }
    for (const [day, file, stored, isUntidy, revision] of table.days ?? []) {
      const shown = stored.map(unpacked)
      const part = index.logsOf(table.kind ?? '')
      if (part) items.push(...shown)
      part?.put(day, { file, shown, isUntidy, revision })
    }
  }
  index.order.fill(items)
}

function* inSlices<T>(items: readonly T[], block: (some: readonly T[]) => Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < items.length; at += blockSize) yield block(items.slice(at, at + blockSize))
}

function stored({ normalized, ...item }: IndexItem): StoredItem {
  return { ...item, size: normalized.length }
}

function textsOf(items: readonly IndexItem[]): readonly string[] {
  return items.map(({ normalized }) => normalized)
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
    return { ...item, normalized: block.toString('latin1', place - size, place) }
  }
  return { table, unpacked }
}
