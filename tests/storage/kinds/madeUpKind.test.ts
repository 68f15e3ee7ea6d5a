/** A new kind of record is added by its description alone: everything that walks a journal knows it. */
import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { noFilter } from '#shared/domain/search/listFilter'
import { compareWithJournal } from '../../../src/main/backups/compareWithJournal'
import { makeBackup } from '../../../src/main/backups/makeBackup'
import { openArchive } from '../../../src/main/backups/openArchive'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { rawDisk } from '../../../src/main/disk/rawFiles'
import { renderRecord } from '../../../src/main/exports/renderRecord'
import { findIn } from '../../../src/main/indexer/findIn'
import { createIndexer } from '../../../src/main/indexer/indexer'
import { exportEntries } from '../../../src/main/services/exports/exportEntries'
import type { MarkdownRenderer } from '../../../src/main/services/ports/markdownRenderer'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { checkHealth } from '../../../src/main/storage/health/checkHealth'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { openJournalForReading } from '../../../src/main/storage/journal/openJournalForReading'
import { recordPlace } from '../../../src/main/storage/records/recordFiles'
import { freshFolder } from '../freshFolder'
import { collected, sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { passphrase, quickCost } from '../sealed'
import { keepsake, madeUpKind, withKind } from './madeUpKind'
import { canary, namesWithCanary } from './namesWithCanary'

const id = sampleId(900)
const context = { today: '2026-03-02', weekStart: 1 as const }

describe.each([
  { isDated: true, called: 'with a day' },
  { isDated: false, called: 'named by its id' },
])('a made-up kind $called', ({ isDated }) => {
  const kind = madeUpKind(isDated)
  const kinds = withKind(kind)
  const first = keepsake(id, 'A stone', [`${canary} from the river`])
  const place = (folder: string) => join(folder, ...recordPlace(kind, first.day, id))

  async function journalWithOne() {
    const folder = await freshFolder()
    const clock = setClock()
    const open = (knownBefore = true) => openJournal({ folder, clock, knownBefore, kinds, states: `${folder}-states` })
    const journal = await open(false)
    await journal.entries.save(sampleEntry(), 0)
    await journal.records(kind).save(first, 0)
    return { folder, clock, open, journal }
  }

  test('is saved, keeps its earlier states, and brings them back', async () => {
    const { folder, clock, journal } = await journalWithOne()
    const store = journal.records(kind)
    expect(JSON.parse(await readFile(place(folder), 'utf8'))).toEqual(first)
    clock.advance({ hours: 1 })
    const second = { ...first, notes: ['Other words'], revision: 2 }
    await store.save(second, 1)
    await expect(store.save(second, 1)).rejects.toMatchObject({ code: 'conflict' })
    const { versions } = await store.history.of(id)
    expect(versions.map(({ revision, words }) => [revision, words])).toEqual([[1, 6]])
    const back = await store.history.bring(id, { version: versions[0]?.id ?? '', base: 2, as: 'revision' })
    expect(back).toMatchObject({ notes: first.notes, revision: 3 })
    expect(await collected(store.all())).toEqual([back])
    expect(await store.history.taken()).toBeGreaterThan(0)
    await journal.close()
    expect(await readdir(join(folder, 'versions', 'keepsakes'))).toEqual([id])
  })

  test('goes to its trash and back, and is erased after 30 days there', async () => {
    const { folder, clock, open, journal } = await journalWithOne()
    const store = journal.records(kind)
    await store.trash(id)
    expect((await store.trashed()).map(({ record }) => record)).toEqual([first])
    expect(existsSync(place(folder))).toBe(false)
    expect(await store.restore(id)).toEqual(first)
    await store.trash(id)
    await journal.close()
    for (let week = 0; week < 7; week++) {
      clock.advance({ days: 6 })
      await (await open()).close()
    }
    const last = await open()
    expect(await last.records(kind).trashed()).toEqual([])
    expect(await collected(last.entries.all())).toEqual([sampleEntry()])
    await last.close()
    expect((await readdir(join(folder, 'trash', 'keepsakes'))).filter((name) => name.includes(id))).toEqual([])
  })

  test('loses nothing to an old file in the trash, erased by hand or by time', async () => {
    const { folder, clock, open, journal } = await journalWithOne()
    const store = journal.records(kind)
    await store.trash(id)
    const trash = join(folder, 'trash', 'keepsakes')
    const [stale = ''] = await readdir(trash)
    const bytes = await readFile(join(trash, stale))
    await store.restore(id)
    clock.advance({ hours: 1 })
    await store.save({ ...first, day: '2026-03-09', notes: ['Other words'], revision: 2 }, 1)
    await writeFile(join(trash, stale), bytes)
    await store.erase(id)
    await writeFile(join(trash, stale), bytes)
    await journal.close()
    for (let week = 0; week < 7; week++) {
      clock.advance({ days: 6 })
      await (await open()).close()
    }
    const last = await open()
    expect((await last.records(kind).read(id)).notes).toEqual(['Other words'])
    const { versions } = await last.records(kind).history.of(id)
    expect(versions.map(({ revision }) => revision)).toContain(1)
    expect(await last.records(kind).trashed()).toEqual([])
    await last.close()
  })

  test('is indexed, also from the cache, and found by its words', async () => {
    const { folder, journal } = await journalWithOne()
    await journal.close()
    const cacheFile = join(dirname(folder), 'cache.index')
    const changes: unknown[] = []
    const begin = () =>
      createIndexer({
        folder,
        cacheFile,
        kinds,
        worthKeeping: 1,
        now: () => Date.now() + 60_000,
        changed: (change) => void changes.push(change),
        progressed: () => undefined,
        needsRepair: (needed) => void changes.push(needed),
      })
    for (const from of ['its files', 'the cache']) {
      const indexer = begin()
      if (from === 'its files') await indexer.look()
      const rows = indexer.rows(null).rows.filter((row) => row.kind === 'keepsake')
      expect(rows, from).toMatchObject([{ id, title: 'A stone', day: '2026-03-02' }])
      const { hits } = findIn(indexer, { query: 'river', limit: 5, ...noFilter }, context)
      expect(hits, from).toMatchObject([{ row: { kind: 'keepsake', id }, snippets: [{ section: 0 }], count: 1 }])
      indexer.close()
    }
    expect(changes).toEqual([])
  })

  test('is exported beside the entries', async () => {
    const { folder, journal } = await journalWithOne()
    await journal.close()
    const made = async (asked: Parameters<typeof renderRecord>[0]) => {
      const { row, text } = await renderRecord(asked, nodeFiles, kinds)
      if (row === null) throw new Error('a record without its row')
      return { row, text }
    }
    const renderer: MarkdownRenderer<string> = {
      file: (of, from, period) => made({ kind: 'file', of, from, period }),
      record: (of, record, period) => made({ kind: 'record', of, record, period }),
      log: async (of, log) => (await renderRecord({ kind: 'log', of, log }, nodeFiles, kinds)).text,
    }
    const written = new Map<string, string>()
    const summary = await exportEntries({
      source: (await openJournalForReading({ folder, kinds })).entries,
      period: { from: null, to: null },
      openDesk: () => ({
        renderer,
        openFolder: async () => ({
          writeNew: async (name, text) => {
            written.set(name, text)
            return 'written'
          },
          names: async () => [...written.keys()],
          sync: async () => undefined,
        }),
        close: async () => undefined,
      }),
    })
    expect(summary).toMatchObject({ written: 2, failed: [], stopped: null })
    expect(written.get(`2026-03-02-a-stone-${id.slice(-8)}.md`)).toBe(`# A stone\n\n${canary} from the river\n`)
  })

  test('is backed up, and a backup is compared with it', async () => {
    const { folder, clock, open, journal } = await journalWithOne()
    await journal.close()
    const order = { journal: folder, reason: 'asked', now: clock.now().at, after: 0, version: '1.0.0' } as const
    const { backup } = await makeBackup(rawDisk(), order, join(dirname(folder), 'backups'))
    const file = join(dirname(folder), 'backups', backup.name)
    const archive = await openArchive(rawDisk(), file)
    expect(archive.manifest.files.map(({ path }) => path)).toContain(recordPlace(kind, first.day, id).join('/'))
    await archive.close()
    const later = await open()
    await later.records(kind).save({ ...first, notes: ['Other words'], revision: 2 }, 1)
    await later.close()
    expect((await compareWithJournal(rawDisk(), file, folder, undefined, kinds)).records).toEqual([
      { kind: 'keepsake', id, day: '2026-03-02', name: 'A stone', fate: 'newer' },
    ])
  })

  test('is looked after: damage is found, told, and the last good state takes its place', async () => {
    const { folder, clock, open, journal } = await journalWithOne()
    clock.advance({ hours: 1 })
    await journal.records(kind).save({ ...first, notes: ['Other words'], revision: 2 }, 1)
    await journal.close()
    expect(await collected(checkHealth({ folder, kinds }))).toEqual([])
    await writeFile(place(folder), '{ half of')
    await mkdir(join(folder, 'keepsakes', 'strange'))
    const found = await collected(checkHealth({ folder, kinds }))
    expect(found.map(({ kind: finding, recordKind, record }) => [finding, recordKind, record])).toEqual(
      expect.arrayContaining([
        ['damaged', 'keepsake', id],
        ['foreign', null, null],
      ]),
    )
    expect(found).toHaveLength(2)
    const later = await open()
    expect(await later.records(kind).read(id)).toEqual(first)
    await later.close()
    const [aside] = (await collected(checkHealth({ folder, kinds }))).filter((one) => one.kind === 'quarantined')
    expect(aside).toMatchObject({ recordKind: 'keepsake', record: id, done: 'replaced' })
  })

  test('the lock seals all of it, and gives it back', async () => {
    const { folder, clock, journal } = await journalWithOne()
    clock.advance({ hours: 1 })
    const second = { ...first, notes: [`${canary} again`], revision: 2 }
    await journal.records(kind).save(second, 1)
    await journal.records(kind).save(keepsake(sampleId(901), canary, ['In the trash']), 0)
    await journal.records(kind).trash(sampleId(901))
    await journal.close()
    const encryption = createJournalEncryption({ folder: () => folder, clock, cost: quickCost, kinds })
    await (await encryption.prepare(passphrase)).turnOn(() => undefined)
    expect(await namesWithCanary(folder)).toEqual([])
    const locked = await openJournal({ folder, clock, knownBefore: true, kinds, vault: encryption.vault() })
    const store = locked.records(kind)
    expect(await collected(store.all())).toEqual([second])
    expect((await store.history.of(id)).versions).toHaveLength(1)
    expect((await store.trashed()).map(({ record }) => record.name)).toEqual([canary])
    await store.save({ ...second, notes: [`${canary} while locked`], revision: 3 }, 2)
    await locked.close()
    expect(await namesWithCanary(folder)).toEqual([])
    // Another device without the key leaves one in clear text: it is sealed with the next opening.
    await mkdir(dirname(place(folder)), { recursive: true })
    await writeFile(
      join(dirname(place(folder)), isDated ? `2026-03-02-${sampleId(902)}.json` : `${sampleId(902)}.json`),
      canary,
    )
    await encryption.unlock(passphrase)
    expect(await namesWithCanary(folder)).toEqual([])
    await encryption.turnOff(passphrase, () => undefined)
    const plain = await openJournal({ folder, clock, knownBefore: true, kinds })
    expect(await plain.records(kind).read(id)).toMatchObject({ notes: [`${canary} while locked`] })
    await plain.close()
  })

  test('two devices change it apart, and come to rest with all of it and the same bytes', async () => {
    const { folder, clock, open, journal } = await journalWithOne()
    await journal.close()
    const elsewhere = await freshFolder()
    await cp(folder, elsewhere, { recursive: true })
    const opened = [() => open(), () => openJournal({ folder: elsewhere, clock, knownBefore: true, kinds })]
    for (const [at, openOne] of opened.entries()) {
      const device = await openOne()
      const { notes } = await device.records(kind).read(id)
      await device.records(kind).save({ ...first, notes: [...notes, `Device ${at}`].sort(), revision: 2 }, 1)
      await device.close()
    }
    // A sync program that keeps both: each side has its own file, and the other's under a name of its own.
    const beside = (path: string) => path.replace(/\.json$/, ' (conflicted copy).json')
    await copyFile(place(elsewhere), beside(place(folder)))
    await copyFile(place(folder), beside(place(elsewhere)))
    const notes = ['Device 0', 'Device 1', ...first.notes]
    for (const openOne of opened) {
      const device = await openOne()
      expect(await collected(device.records(kind).all())).toMatchObject([{ notes, revision: 3 }])
      await device.close()
    }
    expect(await readFile(place(folder))).toEqual(await readFile(place(elsewhere)))
    expect(existsSync(beside(place(folder)))).toBe(false)
    // Each state of before is among the versions.
    const kept = await readdir(join(folder, 'versions', 'keepsakes', id))
    expect(kept.filter((name) => name.startsWith('2-'))).toHaveLength(1)
    expect(kept.filter((name) => name.startsWith('copy-2-'))).toHaveLength(1)
  })
})
