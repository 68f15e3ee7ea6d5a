/** The thread of backups as main begins it: the same work, the same failures, saves first, and an end to each. */
import { readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { Failure } from '#shared/domain/failure'
import { openBackupStore } from '../../src/main/backups/openBackupStore'
import { countInto, newSaves } from '../../src/main/backups/savesFirst'
import { countedWrites } from '../../src/main/disk/countedWrites'
import { nodeFiles } from '../../src/main/disk/nodeFiles'
import type { BackupOrder } from '../../src/main/services/ports/backupStore'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { builtThread } from '../fixtures/builtThread'
import { freshFolder } from '../storage/freshFolder'
import { sampleEntry, sampleId } from '../storage/sample'
import { setClock } from '../storage/sampleClock'

let built = ''

beforeAll(async () => {
  built = await builtThread('src/main/backups/backupThread.ts')
})

async function begun() {
  const journal = await freshFolder()
  const place = dirname(journal)
  const opened = await openJournal({ folder: journal, clock: setClock(), knownBefore: false })
  for (let number = 1; number <= 20; number++) await opened.entries.save(sampleEntry({ id: sampleId(number) }), 0)
  await opened.close()
  const script = join(place, 'backups.cjs')
  await writeFile(script, built)
  const saves = newSaves()
  const order: BackupOrder = { journal, reason: 'asked', now: '2026-03-02T18:00:00Z', after: 0, version: '1.0.0' }
  return {
    journal,
    place,
    saves,
    order,
    folder: join(place, 'backups'),
    store: openBackupStore({ script, saves, key: () => null }),
  }
}

test('makes, copies, compares, gives out single entries and restores', async () => {
  const { store, order, folder, journal, place } = await begun()
  const { backup, files } = await store.make(order, folder)
  expect(files).toBe(21)
  expect(await store.list(folder)).toEqual([backup])
  const second = await store.beginPlace(place, journal)
  await store.copy(backup, folder, second, order.now)
  expect(await store.list(second)).toEqual([backup])
  const file = join(second, backup.name)
  await rm(join(journal, 'entries'), { recursive: true })
  expect((await store.compare(file, journal, null)).counts.returns).toBe(20)
  expect(await store.entries(file, [sampleId(7)], null)).toEqual([sampleEntry({ id: sampleId(7) })])
  await store.restore({ file, journal, now: order.now, coveredBy: null })
  expect(await readdir(join(journal, 'entries', '2026'))).toHaveLength(20)
  await store.tidy(journal)
  expect((await readdir(place)).filter((name) => name.startsWith('.throughline'))).toEqual([])
})

test('says with its code what went wrong', async () => {
  const { store, order, folder, journal, place } = await begun()
  await expect(store.make({ ...order, journal: join(place, 'none') }, folder)).rejects.toMatchObject({
    code: 'folder-missing',
  })
  await expect(store.compare(join(place, 'backups.cjs'), journal, null)).rejects.toMatchObject({ code: 'bad-backup' })
  await expect(store.beginPlace(join(journal, 'entries'), journal)).rejects.toMatchObject({ code: 'inside-journal' })
  const { backup } = await store.make(order, folder)
  await expect(store.copy(backup, folder, join(place, 'away'), order.now)).rejects.toMatchObject({
    code: 'folder-missing',
  })
  expect(await store.isThere(join(place, 'away'))).toBe(false)
})

test('a save that is under way goes first', async () => {
  const { store, order, folder, place, saves } = await begun()
  let saved = () => {}
  const held = { ...nodeFiles, rename: () => new Promise<void>((resolve) => (saved = resolve)) }
  const files = countedWrites(
    held,
    countInto(saves, () => undefined),
  )
  const saving = files.rename('one', 'other')
  let isMade = false
  const making = store.make(order, folder).then(() => {
    isMade = true
  })
  await expect.poll(() => namesIn(folder), patient).toHaveLength(1)
  // Time enough for a whole backup, if nobody held it up.
  const unhindered = openBackupStore({ script: join(place, 'backups.cjs'), saves: newSaves(), key: () => null })
  await unhindered.make(order, join(place, 'elsewhere'))
  expect(isMade).toBe(false)
  saved()
  await saving
  await making
})

test('one that is stopped says so, and the next one clears what it left', async () => {
  const { store, order, folder, saves } = await begun()
  // Held up, so that it is stopped in the middle.
  Atomics.add(saves, 0, 1)
  const outcome = store.make(order, folder).then(
    () => 'made',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  )
  await expect.poll(() => namesIn(folder), patient).toHaveLength(1)
  await store.stop()
  expect(await outcome).toBe('unexpected')
  Atomics.sub(saves, 0, 1)
  expect(await store.list(folder)).toEqual([])
  // A century later nobody can be writing it any more.
  await store.make({ ...order, now: '2126-03-02T18:00:00Z' }, folder)
  expect(await namesIn(folder)).toHaveLength(1)
})

const patient = { timeout: 120_000 }

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}
