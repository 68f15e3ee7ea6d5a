/** The index's cache is written in steps: others get their turn between them, and whatever they do it is whole or not there. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCache, removePlainCaches, saveCache } from '../../src/main/indexer/cacheFile'
import { indexItem } from '../../src/main/indexer/indexItem'
import { JournalIndex } from '../../src/main/indexer/journalIndex'
import { nodeReadableFiles } from '../../src/main/indexer/readableFiles'
import { entryKind } from '../../src/main/storage/kinds/entryKind'
import { idOf, madeEntry } from '../services/made'
import { freshFolder } from '../storage/freshFolder'
import { madeKey } from '../storage/sealed'

function emptyIndex(): JournalIndex {
  const nothing = () => undefined
  return new JournalIndex({
    files: nodeReadableFiles,
    home: '/nowhere',
    root: '/nowhere',
    now: () => 0,
    needsRepair: nothing,
  })
}

function put(index: JournalIndex, number: number, title: string): void {
  const shown = indexItem(entryKind.describe(madeEntry(number, { title })))
  const file = { name: `2026/${number}.json`, size: number, modified: 1, identity: number, at: 2 }
  index.recordsOf('entry')?.put(idOf(number), { files: [file], shown, isPlain: true, saves: { aa: number } })
}

/** So many that one step is not enough. */
function largeIndex(): JournalIndex {
  const index = emptyIndex()
  for (let number = 1; number <= 1000; number++) put(index, number, `Entry é 文 🙂 ${number}`)
  return index
}

function known(index: JournalIndex) {
  const entries = index.recordsOf('entry')
  return entries && [...entries.ids()].map((id) => entries.slotOf(id))
}

function loaded(path: string): JournalIndex | null {
  const index = emptyIndex()
  return loadCache(path, index, null) ? index : null
}

async function place() {
  const folder = await freshFolder()
  await mkdir(folder, { recursive: true })
  return { folder, path: join(folder, 'a.index') }
}

test('comes back as it was, from several steps', async () => {
  const { path } = await place()
  const index = largeIndex()
  expect([...saveCache(path, index, null)].length).toBeGreaterThan(3)
  const again = loaded(path)
  expect(again && known(again)).toEqual(known(index))
  expect(again?.order.all.length).toBe(1000)
})

test('given up half way it leaves the one of before', async () => {
  const { folder, path } = await place()
  for (const _ of saveCache(path, largeIndex(), null));
  const before = await readFile(path)
  const saving = saveCache(path, emptyIndex(), null)
  saving.next()
  expect(await readdir(folder)).toEqual(['a.index', 'a.index.new'])
  saving.return(undefined)
  expect(await readdir(folder)).toEqual(['a.index'])
  expect(await readFile(path)).toEqual(before)
})

test('has nothing of what changes while it is written', async () => {
  const { path } = await place()
  const index = largeIndex()
  const expected = known(index)
  for (const _ of saveCache(path, index, null)) {
    put(index, 1000, 'Another title')
    put(index, 1001, 'Another entry')
  }
  const again = loaded(path)
  expect(again && known(again)).toEqual(expected)
})

test('is refused when a byte of it is another one, or a block is missing', async () => {
  const { path } = await place()
  for (const _ of saveCache(path, largeIndex(), null));
  const whole = await readFile(path)
  const [first, second] = [12, 12 + 4 + whole.readUInt32LE(12)]
  const afterSecond = second + 4 + whole.readUInt32LE(second)
  const damaged = [
    Buffer.concat([whole.subarray(0, second), whole.subarray(afterSecond)]),
    whole.subarray(0, afterSecond),
    ...[9, first + 1, second + 3, afterSecond - 2, whole.length - 1].map((at) => {
      const bytes = Buffer.from(whole)
      bytes.writeUInt8((bytes.readUInt8(at) + 1) % 256, at)
      return bytes
    }),
  ]
  for (const bytes of damaged) {
    await writeFile(path, bytes)
    expect(loaded(path)).toBeNull()
  }
})

test('of a journal that is locked only those go that can be read without its key, also what was cut off', async () => {
  const { folder, path } = await place()
  const { vault } = await madeKey()
  for (const _ of saveCache(path, largeIndex(), vault));
  for (const _ of saveCache(join(folder, 'b.index'), largeIndex(), null));
  await writeFile(join(folder, 'a.index.new'), (await readFile(join(folder, 'b.index'))).subarray(0, 40))
  await writeFile(join(folder, 'c.index'), '')
  await writeFile(join(folder, 'notes.txt'), 'not ours')
  removePlainCaches(folder)
  expect((await readdir(folder)).sort()).toEqual(['a.index', 'notes.txt'])
  removePlainCaches(join(folder, 'not there'))
})
