/** A new kind of day log is added by its description alone, as a kind with a file for each record is. */
import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { noFilter } from '#shared/domain/search/listFilter'
import { compareWithJournal } from '../../../src/main/backups/compareWithJournal'
import { makeBackup } from '../../../src/main/backups/makeBackup'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { rawDisk } from '../../../src/main/disk/rawFiles'
import { renderRecord } from '../../../src/main/exports/renderRecord'
import { findIn } from '../../../src/main/indexer/findIn'
import { createIndexer } from '../../../src/main/indexer/indexer'
import { createDayLogUpkeep } from '../../../src/main/services/journal/dayLogUpkeep'
import { createHealth } from '../../../src/main/services/journal/health'
import type { ExportedLog } from '../../../src/main/services/ports/exportSource'
import { searchExport } from '../../../src/main/services/search/searchExport'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { checkHealth } from '../../../src/main/storage/health/checkHealth'
import { fileOfRecord, isDayLogNamed } from '../../../src/main/storage/journal/fileOfRecord'
import { type OpenJournal, openJournal } from '../../../src/main/storage/journal/openJournal'
import { openJournalForReading } from '../../../src/main/storage/journal/openJournalForReading'
import { freshFolder } from '../freshFolder'
import { collected, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { passphrase, quickCost } from '../sealed'
import { withKind } from './madeUpKind'
import { encounter, madeUpLog } from './madeUpLog'
import { canary, namesWithCanary } from './namesWithCanary'

const [id, other, left] = [sampleId(900), sampleId(901), sampleId(902)]
const day = '2026-03-02'
const kinds = withKind(madeUpLog)
const first = encounter(id, `${canary} by the river`)
const context = { today: day, weekStart: 1 as const }
const place = (folder: string) => join(folder, 'encounters', '2026', `${day}.json`)
const inbox = (folder: string) => join(folder, 'encounters', 'inbox')

async function journalWithOne() {
  const folder = await freshFolder()
  const clock = setClock()
  const open = (knownBefore = true) => openJournal({ folder, clock, knownBefore, kinds, states: `${folder}-states` })
  const journal = await open(false)
  const logs = journal.logs(madeUpLog)
  await logs.add(first)
  return { folder, clock, open, journal, logs }
}

/** As another process leaves one while the journal is open. */
async function leave(folder: string, who: string): Promise<void> {
  await mkdir(inbox(folder), { recursive: true })
  await writeFile(join(inbox(folder), `${left}.json`), JSON.stringify({ schema: 1, encounter: encounter(left, who) }))
}

function upkeepOf(journal: OpenJournal, untidy: readonly string[] = []) {
  const changed: string[] = []
  const upkeep = createDayLogUpkeep({
    forReading: () => journal,
    forWriting: async () => journal,
    untidyDays: async (kind) => (kind === 'encounter' ? untidy : []),
    changed: (kind, on) => void changed.push(`${kind} ${on}`),
  })
  return { upkeep, changed }
}

test('is saved, changed, moved, and comes in from its inbox', async () => {
  const { folder, journal, logs } = await journalWithOne()
  expect(JSON.parse(await readFile(place(folder), 'utf8'))).toEqual({ schema: 1, day, revision: 1, people: [first] })
  await logs.change(day, id, (one) => ({ ...one, who: 'Dana' }))
  await logs.move(day, id, '2026-03-05')
  expect(await logs.ofDay(day)).toEqual([])
  expect(await logs.ofDay('2026-03-05')).toEqual([{ ...first, who: 'Dana', day: '2026-03-05' }])
  await leave(folder, 'Noor')
  const { upkeep, changed } = upkeepOf(journal)
  await upkeep.look()
  expect(await logs.ofDay(day)).toEqual([encounter(left, 'Noor')])
  expect([changed, await readdir(inbox(folder))]).toEqual([[`encounter ${day}`], []])
  await journal.close()
})

test('goes to the trash and back, and is erased after 30 days there', async () => {
  const { folder, clock, open, journal, logs } = await journalWithOne()
  const trash = () => logs.change(day, id, (one) => ({ ...one, trashed: clock.instant() }))
  await trash()
  expect(await logs.part(day, new Set([id]))).toBeNull()
  await logs.change(day, id, (one) => ({ ...one, trashed: null }))
  expect(await logs.ofDay(day)).toEqual([first])
  await trash()
  await journal.close()
  for (let week = 0; week < 7; week++) {
    clock.advance({ days: 6 })
    const later = await open()
    await upkeepOf(later, [day]).upkeep.tidy()
    if (week === 0) expect(await later.logs(madeUpLog).ofDay(day)).toHaveLength(1)
    await later.close()
  }
  const last = await open()
  expect(await last.logs(madeUpLog).ofDay(day)).toEqual([])
  await last.close()
  // Where an earlier version of the app kept how long things lie in the trash: no stranger's file.
  await mkdir(join(folder, 'trash'))
  await writeFile(join(folder, 'trash', 'encounter-ages.json'), '{"schema":1,"files":{}}')
  expect(await collected(checkHealth({ folder, kinds }))).toEqual([])
})

test('is indexed, also from the cache, found by its words, and known to be untidy', async () => {
  const { folder, journal, logs } = await journalWithOne()
  await logs.add({ ...encounter(other, 'Noor'), trashed: '2026-03-02T09:00:00Z' })
  await journal.close()
  const changes: unknown[] = []
  for (const from of ['its files', 'the cache']) {
    const indexer = createIndexer({
      folder,
      cacheFile: join(dirname(folder), 'cache.index'),
      kinds,
      worthKeeping: 1,
      now: () => Date.now() + 60_000,
      changed: (change) => void changes.push(change),
      progressed: () => undefined,
      needsRepair: (needed) => void changes.push(needed),
    })
    if (from === 'its files') await indexer.look()
    expect(indexer.rows(null).rows, from).toMatchObject([{ kind: 'encounter', id, day }])
    const { hits } = findIn(indexer, { query: 'river', limit: 5, ...noFilter }, context)
    expect(hits, from).toMatchObject([{ row: { kind: 'encounter', id }, snippets: [{ section: 0 }], count: 1 }])
    expect(indexer.index.logsOf('encounter')?.untidyDays(), from).toEqual([day])
    indexer.close()
  }
  expect(changes).toEqual([])
})

test('is exported, as a whole and as far as a search found it', async () => {
  const { folder, journal, logs } = await journalWithOne()
  await logs.add(encounter(other, 'Noor'))
  await leave(folder, 'Left outside')
  const textOf = async ({ kind: of, name, log }: ExportedLog) =>
    `${name} ${(await renderRecord({ kind: 'log', of, log }, nodeFiles, kinds)).text}`
  const texts = async (logs: AsyncIterable<ExportedLog>) => Promise.all((await collected(logs)).map(textOf))
  const { entries } = await openJournalForReading({ folder, kinds })
  expect(await texts(entries.logs())).toEqual([`encounters - ${first.who}\n- Noor\n- Left outside\n`])
  const source = searchExport([{ kind: 'encounter', id: other, day }], {
    readFound: () => Promise.reject(new Error('no record has a file of its own')),
    fileOf: (item) => fileOfRecord(item, kinds),
    copiesBeside: async () => [],
    isLog: (kind) => isDayLogNamed(kind, kinds),
    partOf: (kind, on, ids) => journal.logsNamed(kind).part(on, ids),
  })
  expect(await texts(source.logs())).toEqual(['encounters - Noor\n'])
  await journal.close()
})

test('is backed up, and a backup is compared with it', async () => {
  const { folder, clock, journal, logs } = await journalWithOne()
  await logs.add(encounter(other, 'Noor'))
  const order = { journal: folder, reason: 'asked', now: clock.now().at, after: 0, version: '1.0.0' } as const
  const { backup } = await makeBackup(rawDisk(), order, join(dirname(folder), 'backups'))
  await logs.change(day, id, (one) => ({ ...one, who: 'Dana' }))
  await logs.erase(day, other)
  await logs.add(encounter(left, 'New'))
  await journal.close()
  const file = join(dirname(folder), 'backups', backup.name)
  const { records, counts, captures } = await compareWithJournal(rawDisk(), file, folder, undefined, kinds)
  expect(records).toEqual([
    { kind: 'encounter', id, day, name: first.who, fate: 'changes' },
    { kind: 'encounter', id: other, day, name: 'Noor', fate: 'returns' },
    { kind: 'encounter', id: left, day, name: 'New', fate: 'goes' },
  ])
  expect(counts).toEqual({ returns: 1, changes: 1, newer: 0, goes: 1 })
  // They are no captures.
  expect(captures).toEqual({ returns: 0, changes: 0, goes: 0 })
})

test('is looked after: damage is found, told, and put aside when it is repaired', async () => {
  const { folder, journal, logs } = await journalWithOne()
  expect(await collected(checkHealth({ folder, kinds }))).toEqual([])
  await logs.add(encounter(other, 'Two days on', '2026-03-04'))
  await writeFile(place(folder), '{ half of')
  await mkdir(join(folder, 'encounters', 'strange'))
  await leave(folder, 'Left outside')
  const changed: string[] = []
  const health = createHealth({
    forReading: () => journal,
    forWriting: async () => journal,
    looked: () => undefined,
    recordChanged: () => undefined,
    logChanged: (kind, on) => void changed.push(`${kind} ${on}`),
    admitted: () => undefined,
    notices: () => [],
    noneWaits: () => undefined,
  })
  const { findings } = await health.read()
  expect(findings.map(({ kind, recordKind, day: on }) => [kind, recordKind, on])).toEqual([
    ['damaged', 'encounter', day],
    ['foreign', null, null],
  ])
  await health.repair({ kind: 'encounter', record: null, version: null, day })
  expect(existsSync(place(folder))).toBe(false)
  await health.repair({ kind: 'encounter', record: null, version: null, day: null })
  expect(await logs.ofDay(day)).toEqual([encounter(left, 'Left outside')])
  expect(changed).toEqual([`encounter ${day}`, `encounter ${day}`])
  const [aside] = (await health.read()).findings.filter(({ kind }) => kind === 'quarantined')
  expect(aside).toMatchObject({ day, done: 'aside' })
  await journal.close()
})

test('the lock seals all of it, and gives it back', async () => {
  const { folder, clock, journal, logs } = await journalWithOne()
  await logs.add({ ...encounter(other, canary), trashed: clock.instant() })
  await leave(folder, canary)
  await journal.close()
  const encryption = createJournalEncryption({ folder: () => folder, clock, cost: quickCost, kinds })
  await (await encryption.prepare(passphrase)).turnOn(() => undefined)
  expect(await namesWithCanary(folder)).toEqual([])
  const locked = await openJournal({ folder, clock, knownBefore: true, kinds, vault: encryption.vault() })
  const sealed = locked.logs(madeUpLog)
  await upkeepOf(locked).upkeep.look()
  expect((await sealed.ofDay(day)).map((one) => one.id)).toEqual([id, other, left])
  await sealed.change(day, id, (one) => ({ ...one, who: `${canary} while locked` }))
  await locked.close()
  expect(await namesWithCanary(folder)).toEqual([])
  // Another device without the key leaves a day in clear text: it is sealed with the next opening.
  await mkdir(dirname(place(folder)), { recursive: true })
  await writeFile(join(dirname(place(folder)), '2026-03-09.json'), canary)
  await encryption.unlock(passphrase)
  expect(await namesWithCanary(folder)).toEqual([])
  await encryption.turnOff(passphrase, () => undefined)
  const plain = await openJournal({ folder, clock, knownBefore: true, kinds })
  expect((await plain.logs(madeUpLog).ofDay(day))[0]).toMatchObject({ who: `${canary} while locked` })
  await plain.close()
})

test('with a lock, too, a day that was set aside and is whole by now comes back', async () => {
  const { folder, clock, journal } = await journalWithOne()
  await journal.close()
  const encryption = createJournalEncryption({ folder: () => folder, clock, cost: quickCost, kinds })
  await (await encryption.prepare(passphrase)).turnOn(() => undefined)
  const sealed = join(folder, 'sealed')
  await mkdir(join(sealed, 'quarantine'))
  await rename(place(sealed), join(sealed, 'quarantine', `${day}.20260302T172140500Z-0123abcd.json`))
  const locked = await openJournal({ folder, clock, knownBefore: true, kinds, vault: encryption.vault() })
  expect(await locked.lookAtQuarantine()).toEqual([{ kind: 'encounter', day }])
  expect(await locked.logs(madeUpLog).ofDay(day)).toEqual([first])
  await locked.close()
})

test('two devices change it apart, and come to rest with all of it and the same bytes', async () => {
  const { folder, clock, open, journal } = await journalWithOne()
  await journal.close()
  const elsewhere = await freshFolder()
  await cp(folder, elsewhere, { recursive: true })
  const opened = [() => open(), () => openJournal({ folder: elsewhere, clock, knownBefore: true, kinds })]
  for (const [at, openOne] of opened.entries()) {
    const device = await openOne()
    await device.logs(madeUpLog).add(encounter(at === 0 ? other : left, `Device ${at}`))
    await device.close()
  }
  // A sync program that keeps both: each side has its own file, and the other's under a name of its own.
  const beside = (path: string) => path.replace(/\.json$/, ' (conflicted copy).json')
  await copyFile(place(elsewhere), beside(place(folder)))
  await copyFile(place(folder), beside(place(elsewhere)))
  for (const openOne of opened) {
    const device = await openOne()
    const [log] = await collected(device.logs(madeUpLog).all())
    expect(log).toMatchObject({ revision: 3, people: [first, { who: 'Device 0' }, { who: 'Device 1' }] })
    await device.close()
  }
  expect(await readFile(place(folder))).toEqual(await readFile(place(elsewhere)))
  expect(existsSync(beside(place(folder)))).toBe(false)
  expect(await readdir(join(folder, 'versions', 'encounters'))).toHaveLength(1)
})
