/** How the library begins, what it tells, and what it makes of a disk that goes away. */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Capture } from '#shared/domain/capture/capture'
import { nodeDisk } from '../../src/main/disk/disk'
import { createIndexer } from '../../src/main/indexer/indexer'
import { nodeReadableFiles } from '../../src/main/indexer/readableFiles'
import { statisticsIn, yearIn } from '../../src/main/indexer/statistics'
import { enableEncryption } from '../../src/main/storage/encryption/changes/enableEncryption'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { JournalFolder } from '../../src/main/storage/layout/journalFolder'
import { madeCapture } from '../services/made'
import { freshFolder } from '../storage/freshFolder'
import { nextOf, sampleEntry, sampleId } from '../storage/sample'
import { setClock } from '../storage/sampleClock'
import { madeKey } from '../storage/sealed'
import { capturesOf, entriesOf, knownTo, openTestIndex } from './testIndex'

const nothing = { rows: [], removed: [], days: [] }
const days = ['2026-03-02', '2026-01-05', '2025-12-31', '2024-02-29'] as const

async function written(folder: string, cacheFile: string) {
  const part = await openTestIndex(folder, cacheFile, false)
  for (const [at, day] of days.entries())
    await part.journal.entries.save(sampleEntry({ id: sampleId(at), day, title: `Entry ${at}` }), 0)
  await part.journal.captures.add(madeCapture(7, { text: 'Caught' }))
  return part
}

async function place() {
  const folder = await freshFolder()
  return { folder, cacheFile: join(dirname(folder), 'library/cache.index') }
}

/** Reads counted, so that a test sees what was not read. */
function counting() {
  const read: string[] = []
  const files = {
    ...nodeReadableFiles,
    read(path: string) {
      read.push(path)
      return nodeReadableFiles.read(path)
    },
  }
  return { read, files }
}

test('a second start reads no entry that did not change, and knows the same', async () => {
  const { folder, cacheFile } = await place()
  const first = await written(folder, cacheFile)
  await first.look()
  const known = knownTo(first.indexer)
  await first.close()
  expect(known).toHaveLength(5)
  expect((await stat(cacheFile)).mode & 0o777).toBe(0o600)
  const { read, files } = counting()
  const progress: unknown[] = []
  const again = createIndexer({
    folder,
    cacheFile,
    files,
    now: () => Date.now() + 60_000,
    changed: () => expect.unreachable(),
    progressed: (now) => void progress.push(now),
    needsRepair: () => expect.unreachable(),
  })
  expect(knownTo(again)).toEqual(known)
  await again.look()
  expect(read).toEqual([])
  expect(progress.at(0)).toEqual({ isReady: true, isComplete: false, done: 0, total: 0 })
  expect(progress.at(-1)).toEqual({ isReady: true, isComplete: true, done: 5, total: 5 })
})

test('which saves the files hold is told of all at first, from the cache too, then of what changed, each once', async () => {
  const { folder, cacheFile } = await place()
  const first = await written(folder, cacheFile)
  await first.look()
  await first.close()
  const { journal, indexer, look, close } = await openTestIndex(folder, cacheFile, true)
  const taken = () => indexer.index.states.take()
  const { states, isLast } = taken()
  expect([states.length, isLast]).toEqual([5, true])
  expect(states).toContainEqual({ kind: 'capture', of: '2026-03-02', saves: { revision: 1 }, day: null })
  await look()
  expect(taken()).toEqual({ states: [], isLast: true })
  const [id, day] = [sampleId(1), days[1]]
  await journal.entries.save(nextOf(await journal.entries.read(id, day), 'Other words'), 1)
  indexer.index.recordsOf('entry')?.look(id, day)
  expect(taken().states).toEqual([{ kind: 'entry', of: id, saves: { revision: 2 }, day }])
  await rm(join(folder, 'entries', day.slice(0, 4), `${day}-${id}.json`))
  await look()
  expect(taken().states).toEqual([{ kind: 'entry', of: id, saves: null, day: null }])
  await close()
})

test('which days have to be tidied is known again at the next start', async () => {
  const { folder, cacheFile } = await place()
  const first = await written(folder, cacheFile)
  await first.look()
  const day = '2026-03-02'
  const captures = capturesOf(first.indexer)
  expect(captures.untidyDays()).toEqual([])
  const step = async (change: Partial<Capture>) => {
    await first.journal.captures.change(day, madeCapture(7).id, (capture) => ({ ...capture, ...change }))
    captures.look(day)
    return captures.untidyDays()
  }
  expect(await step({ movingTo: '2026-03-05' })).toEqual([day])
  expect(await step({ movingTo: undefined })).toEqual([])
  expect(await step({ trashed: '2026-03-02T09:00:00Z' })).toEqual([day])
  await first.close()
  const again = await openTestIndex(folder, cacheFile, true)
  expect(capturesOf(again.indexer).untidyDays()).toEqual([day])
  await again.close()
})

test('what other programs changed is told, and nothing else', async () => {
  const { folder, cacheFile } = await place()
  const part = await written(folder, cacheFile)
  await part.look()
  expect(part.told()).toEqual(nothing)
  await part.look()
  expect(part.told()).toEqual(nothing)
  const path = join(folder, `entries/2026/2026-01-05-${sampleId(1)}.json`)
  const other = nextOf(sampleEntry({ id: sampleId(1), day: '2026-01-05' }), 'From elsewhere', { title: 'Theirs' })
  await writeFile(`${path}.theirs`, JSON.stringify(other))
  await rename(`${path}.theirs`, path)
  await rename(join(folder, `entries/2024/2024-02-29-${sampleId(3)}.json`), join(folder, 'away.json'))
  await part.look()
  expect(part.told()).toMatchObject({
    rows: [{ id: sampleId(1), title: 'Theirs', revision: 2 }],
    removed: [sampleId(3)],
    days: [],
  })
  await part.close()
})

test('a change of ours is known at once, before any look', async () => {
  const { folder, cacheFile } = await place()
  const part = await written(folder, cacheFile)
  await part.look()
  const moved = nextOf(sampleEntry({ id: sampleId(0), day: days[0] }), 'Moved', { day: '2020-05-05' })
  await part.journal.entries.save(moved, 1)
  entriesOf(part.indexer).look(moved.id, moved.day)
  part.indexer.flush()
  expect(part.told()).toMatchObject({ rows: [{ id: sampleId(0), day: '2020-05-05' }], removed: [] })
  expect(knownTo(part.indexer).at(-1)?.row.id).toBe(sampleId(0))
  await part.close()
})

test('a journal that goes away is not taken for an empty one', async () => {
  const { folder, cacheFile } = await place()
  const part = await written(folder, cacheFile)
  await part.look()
  const known = knownTo(part.indexer)
  await rename(folder, `${folder}-unplugged`)
  await part.look()
  expect(knownTo(part.indexer)).toEqual(known)
  // An empty folder stays where a disk was.
  await mkdir(folder)
  await part.look()
  expect(knownTo(part.indexer)).toEqual(known)
  expect(part.told()).toEqual(nothing)
})

test.each([
  ['empty', () => Buffer.alloc(0)],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
  ['longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
  [
    'of another version',
    (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('unicode', 'UNICODE'), 'latin1'),
  ],
  ['something else', () => Buffer.from('{"not":"a cache"}')],
])('a cache that is %s is made anew from the files', async (_, damage) => {
  const { folder, cacheFile } = await place()
  const first = await written(folder, cacheFile)
  await first.look()
  const known = knownTo(first.indexer)
  await first.close()
  await writeFile(cacheFile, damage(await readFile(cacheFile)))
  const again = await openTestIndex(folder, cacheFile, true)
  expect(knownTo(again.indexer)).toEqual([])
  await again.look()
  expect(knownTo(again.indexer)).toEqual(known)
  await again.close()
  expect(await readdir(dirname(cacheFile))).toEqual(['cache.index'])
})

test('a folder for the cache that can’t be made costs nothing but the cache', async () => {
  const { folder } = await place()
  const part = await written(folder, join(folder, 'journal.json/cache.index'))
  await part.look()
  expect(knownTo(part.indexer)).toHaveLength(5)
  await part.close()
})

test('rows come newest first from any place in the order, also from one that is gone', async () => {
  const { folder, cacheFile } = await place()
  const part = await written(folder, cacheFile)
  await part.look()
  const { rows, isLast } = part.indexer.rows(null)
  expect(isLast).toBe(true)
  const [first, second, ...rest] = rows
  if (!first || !second) throw new Error('there are five')
  expect(rows.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-02', '2026-01-05', '2025-12-31', '2024-02-29'])
  expect(part.indexer.rows(second).rows).toEqual(rest)
  expect(part.indexer.rows({ ...second, id: second.id.replace(/.$/, '0') }).rows.at(-1)).toEqual(rest.at(-1))
  expect(part.indexer.rows({ day: '2025-06-01', createdAt: '', id: '' }).rows.map(({ day }) => day)).toEqual([
    '2024-02-29',
  ])
  await part.close()
})

test('the overview counts entries and captures as they are now, and says whether that is all', async () => {
  const { folder, cacheFile } = await place()
  const part = await written(folder, cacheFile)
  const { indexer } = part
  expect(yearIn(indexer, 2026)).toEqual({ year: 2026, days: [], years: [], complete: false })
  await part.look()
  expect(yearIn(indexer, 2026)).toMatchObject({
    years: [2024, 2025, 2026],
    days: [
      { day: '2026-01-05', entries: 1, captures: 0 },
      { day: '2026-03-02', entries: 1, captures: 1 },
    ],
    complete: true,
  })
  await part.journal.entries.trash(sampleId(3))
  entriesOf(indexer).look(sampleId(3), null)
  expect(statisticsIn(indexer, { today: '2026-03-02', daysOff: [] })).toMatchObject({
    totals: { entries: 3, captures: 1, firstDay: '2025-12-31' },
    complete: true,
  })
  await part.close()
})

test('a look that fails gives nobody an empty list, and the next one gives the whole', async () => {
  const { folder, cacheFile } = await place()
  await (await written(folder, cacheFile)).journal.close()
  const progress: boolean[] = []
  const indexer = createIndexer({
    folder,
    cacheFile,
    now: () => Date.now() + 60_000,
    changed: () => expect.unreachable(),
    progressed: ({ isReady }) => void progress.push(isReady),
    needsRepair: () => expect.unreachable(),
  })
  await rename(folder, `${folder}-unplugged`)
  await indexer.look()
  expect(progress).not.toContain(true)
  await rename(`${folder}-unplugged`, folder)
  await indexer.look()
  expect(progress.at(-1)).toBe(true)
  expect(knownTo(indexer)).toHaveLength(5)
})

test('what took a second look takes it again after the next start', async () => {
  const { folder, cacheFile } = await place()
  const first = await written(folder, cacheFile)
  await first.look()
  const path = join(folder, `entries/2026/2026-01-05-${sampleId(1)}.json`)
  await writeFile(`${path}.cut`, '{')
  await rename(`${path}.cut`, path)
  // As where the disk refuses to have the file repaired: its last good copy is shown, the file stays.
  await first.indexer.look()
  entriesOf(first.indexer).repaired(sampleId(1), sampleEntry({ id: sampleId(1), day: '2026-01-05' }))
  await first.journal.close()
  first.indexer.close()
  const repairs: unknown[] = []
  const again = createIndexer({
    folder,
    cacheFile,
    now: () => Date.now() + 60_000,
    changed: () => undefined,
    progressed: () => undefined,
    needsRepair: (place) => void repairs.push(place),
  })
  await again.look()
  expect(repairs).toEqual([{ kind: 'entry', id: sampleId(1) }])
})

test('once its key is overwritten nothing is cached, and what it knows stays', async () => {
  const { folder, cacheFile } = await place()
  const made = await madeKey()
  await (await openJournal({ folder, clock: setClock(), knownBefore: false })).close()
  await enableEncryption(new JournalFolder(nodeDisk(), folder), made.vault, made.bytes, () => undefined)
  const part = await openTestIndex(folder, cacheFile, true, made.vault)
  await part.journal.entries.save(sampleEntry({ id: sampleId(1) }), 0)
  await part.look()
  const known = knownTo(part.indexer)
  await part.journal.entries.save(sampleEntry({ id: sampleId(2) }), 0)
  made.vault.forget()
  await part.indexer.look()
  expect(knownTo(part.indexer)).toEqual(known)
  await part.close()
  expect(await readdir(dirname(cacheFile)).catch(() => [])).toEqual([])
})
