/** The headless verbs on a journal that has a lock: a thought is caught, sealed; an export refuses in one sentence. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dayOf } from '#shared/domain/day'
import { messages } from '#shared/messages/messages'
import { openForCommand } from '../../../src/main/cli/openForCommand'
import { runCapture } from '../../../src/main/cli/runCapture'
import { runCheck } from '../../../src/main/cli/runCheck'
import { runExport } from '../../../src/main/cli/runExport'
import { readKeyFile } from '../../../src/main/storage/encryption/cipher/keyFile'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { entryKind } from '../../../src/main/storage/kinds/entryKind'
import { recordPlace } from '../../../src/main/storage/records/recordFiles'
import { defaultDeviceState } from '../../../src/main/system/deviceState'
import { withKnownLock } from '../../../src/main/system/knownLocks'
import { systemClock } from '../../../src/main/system/systemClock'
import { deskHere } from '../../exports/renderedHere'
import { idOf, madeEntry } from '../../services/made'
import { admittedBeside } from '../../storage/admitted'
import { oldKey, writeOldJournal } from '../../storage/oldForm'
import { madeKey, passphrase, quickCost } from '../../storage/sealed'

const canary = 'Zaunkoenigskanarienvogel'
let userData = ''
beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'throughline-locked-'))
})
afterEach(() => rm(userData, { recursive: true, force: true }))

async function lockedJournal() {
  const folder = join(userData, 'journal')
  const clock = systemClock
  const first = await openJournal({ folder, clock, knownBefore: false })
  const { id } = first
  await first.close()
  const seal = createJournalEncryption({ folder: () => folder, clock, cost: quickCost })
  await (await seal.prepare(passphrase)).turnOn(() => undefined)
  const shownLocked = {
    settings: { theme: 'system', textSize: 'medium', dayEnds: '23:59', weekStart: null },
    written: null,
  }
  const lock = seal.opened()
  const knownLocks = lock === null ? [] : withKnownLock({}, folder, id, lock)
  await writeFile(join(userData, 'device.json'), JSON.stringify({ ...defaultDeviceState, shownLocked, knownLocks }))
  const admitted = admittedBeside(folder)
  return { seal, open: () => openJournal({ folder, clock, knownBefore: true, vault: seal.vault(), admitted }) }
}

async function readable(): Promise<string[]> {
  const found = await readdir(userData, { recursive: true, withFileTypes: true })
  const hits: string[] = []
  for (const item of found.filter((one) => one.isFile())) {
    const path = join(item.parentPath, item.name)
    if ((await readFile(path)).includes(canary)) hits.push(path)
  }
  return hits
}

test('a thought is caught without the key, can be read by nobody, and is there once it is unlocked', async () => {
  const { seal, open } = await lockedJournal()
  const before = systemClock.now()
  expect(await runCapture({ text: `${canary} caught`, as: 'win', userData })).toEqual({
    code: 0,
    sentence: messages.capturing.caught,
  })
  expect(await readable()).toEqual([])
  seal.forget()
  await seal.unlock(passphrase)
  const journal = await open()
  const [day] = await journal.captures.mergeInbox()
  // The day ends late on this device: it still is the one before.
  expect(day !== undefined && day < dayOf(before, '00:00')).toBe(true)
  expect((await journal.captures.ofDay(day ?? '')).map(({ text }) => text)).toEqual([`${canary} caught`])
  await journal.close()
  expect(await readable()).toEqual([])
})

test('a thought is kept on this device while a newer version of the app has made the lock anew', async () => {
  await lockedJournal()
  const path = join(userData, 'journal', 'lock.json')
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replace(/"schema": *2/, '"schema": 3'))
  expect(await runCapture({ text: `${canary} caught`, as: 'win', userData })).toEqual({
    code: 0,
    sentence: messages.capturing.keptHere,
  })
  expect(
    (await readdir(join(userData, 'kept'), { recursive: true })).filter((name) => name.endsWith('.json')),
  ).toHaveLength(1)
  expect(await readable()).toEqual([])
})

test('an export refuses, and makes no folder', async () => {
  await lockedJournal()
  const folder = join(userData, 'out')
  const { code, sentence } = await runExport({
    folder,
    from: null,
    to: null,
    userData,
    openDesk: deskHere,
  })
  expect({ code, sentence }).toEqual({
    code: 1,
    sentence: `throughline: ${messages.headless.nothing(messages.failures.locked)}`,
  })
  expect(await readdir(userData)).not.toContain('out')
})

test('a check looks at the drafts as well', async () => {
  await (await openJournal({ folder: join(userData, 'journal'), clock: systemClock, knownBefore: false })).close()
  await writeFile(join(userData, 'device.json'), JSON.stringify(defaultDeviceState))
  const names = [1, 2, 3, 4, 5].map((number) => `entry-${idOf(number)}`)
  const [plain, sealed, newer, cut, aside] = names
  const { vault } = await madeKey()
  const draft = { schema: 1, journal: idOf(9), kind: 'entry', id: idOf(1), base: 0, basis: null, words: {}, text: 'a' }
  const home = join(userData, 'drafts', 'none')
  await mkdir(home, { recursive: true })
  await writeFile(join(home, `${plain}.json`), JSON.stringify({ ...draft, kept: systemClock.now() }))
  await writeFile(join(home, `${sealed}.json`), vault.seal(Buffer.from('{}'), 'draft'))
  await writeFile(join(home, `${newer}.json`), JSON.stringify({ ...draft, schema: 2 }))
  await writeFile(join(home, `${cut}.json`), '{"schema": 1')
  await writeFile(join(home, `${aside}.20260302T090000000Z-a.unread`), '')
  const { damaged, newer: isNewer } = messages.health.sentences
  const { code, sentence } = await runCheck(userData)
  expect(code).toBe(1)
  expect(sentence.split('\n').slice(0, -1).sort()).toEqual([
    `drafts/none/${newer}.json: ${isNewer}`,
    `drafts/none/${cut}.json: ${damaged}`,
    `drafts/none/${aside}.20260302T090000000Z-a.unread: ${damaged}`,
  ])
  await rm(join(home, `${newer}.json`))
  await rm(join(home, `${cut}.json`))
  await rm(join(home, `${aside}.20260302T090000000Z-a.unread`))
  expect(await runCheck(userData)).toMatchObject({ code: 0 })
})

test('a check and an export say how many words are on this device alone', async () => {
  const journal = await openJournal({ folder: join(userData, 'journal'), clock: systemClock, knownBefore: false })
  await journal.close()
  await writeFile(join(userData, 'device.json'), JSON.stringify(defaultDeviceState))
  const exported = () =>
    runExport({ folder: join(userData, 'out'), from: null, to: null, userData, openDesk: deskHere })
  const before = [(await runCheck(userData)).sentence, (await exported()).sentence]
  const kept = async (count: number, ...names: string[]) => {
    const file = join(userData, ...names)
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(file, '{"schema": 1}')
    const check = await runCheck(userData)
    expect(check.sentence).toContain(messages.headless.checkedKept(count, String(count)))
    expect((await exported()).sentence).toContain(messages.exportAsides.kept(count, String(count)))
  }
  await kept(1, 'kept', journal.id, 'captures', 'inbox', `${idOf(1)}.json`)
  await kept(2, 'drafts', 'none', `entry-${idOf(2)}.json`)
  await rm(join(userData, 'drafts'), { recursive: true })
  await rm(join(userData, 'kept'), { recursive: true })
  // Of another journal.
  await mkdir(join(userData, 'kept', idOf(9), 'captures', 'inbox'), { recursive: true })
  await writeFile(join(userData, 'kept', idOf(9), 'captures', 'inbox', `${idOf(1)}.json`), '{}')
  expect([(await runCheck(userData)).sentence, (await exported()).sentence]).toEqual(before)
})

test('a check names what went back behind what this device has seen, and what is gone', async () => {
  const options = {
    folder: join(userData, 'journal'),
    seen: join(userData, 'seen'),
    states: join(userData, 'states'),
    clock: systemClock,
    device: 'aa',
    knownBefore: false,
  }
  await writeFile(join(userData, 'device.json'), JSON.stringify(defaultDeviceState))
  const journal = await openJournal(options)
  const pages = [1, 2].map((number) => madeEntry(number))
  const paths = pages.map(({ day, id }) => recordPlace(entryKind, day, id).join('/'))
  const [back = '', gone = ''] = paths
  for (const page of pages) await journal.entries.save({ ...page, revision: 1 }, 0)
  const earlier = await readFile(join(options.folder, back))
  for (const page of pages) await journal.entries.save({ ...page, title: 'b', revision: 2 }, 1)
  const states = pages.map(({ id, day }) => ({ kind: 'entry', of: id, saves: { aa: 2 }, day }))
  await journal.rollbacks.look({ states, isLast: true })
  await journal.close()
  const { code, sentence } = await runCheck(userData)
  expect([code, sentence.split('\n')]).toEqual([0, [expect.any(String)]])
  await writeFile(join(options.folder, back), earlier)
  await rm(join(options.folder, gone))
  const wait = async () => undefined
  const { sentences } = messages.health
  const lines = (await runCheck(userData, { wait })).sentence.split('\n')
  expect(lines).toEqual(expect.arrayContaining([`${back}: ${sentences['rolled-back']}`, `${gone}: ${sentences.gone}`]))
})

test('a check looks at each sealed file, and names those that can not be whole or are of another key', async () => {
  const { seal, open } = await lockedJournal()
  const journal = await open()
  for (const number of [1, 2, 3, 4]) await journal.entries.save(madeEntry(number, { revision: 1 }), 0)
  await journal.close()
  seal.forget()
  expect(await runCheck(userData)).toEqual({ code: 0, sentence: messages.headless.checkedLocked('4 files') })
  const folder = join(userData, 'journal', 'sealed', 'entries', '2026')
  const [first = '', second = ''] = (await readdir(folder)).sort()
  const bytes = await readFile(join(folder, first))
  await writeFile(join(folder, first), bytes.subarray(0, 40))
  const { vault } = await madeKey()
  await writeFile(join(folder, second), vault.seal(Buffer.from('{}'), 'anything'))
  const line = (name: string) => `sealed/entries/2026/${name}: ${messages.health.sentences.damaged}`
  expect(await runCheck(userData)).toEqual({
    code: 1,
    sentence: [line(first), line(second), messages.headless.checkedTrouble('4 files', '2 files')].join('\n'),
  })
})

test('a command believes no key file of before that is put back', async () => {
  const journal = join(userData, 'journal')
  writeOldJournal(journal)
  const { bytes, vault } = await oldKey()
  const { id } = readKeyFile(bytes)
  await writeFile(join(userData, 'device.json'), JSON.stringify({ ...defaultDeviceState, migratedLocks: [id] }))
  const open = () => openForCommand({ userData, passphrase: async () => passphrase, begins: false })
  // All of it may be a backup from before.
  expect((await open()).vault?.takesOldForm).toBe(true)
  await writeFile(join(journal, 'sealed/settings.json'), vault.seal(Buffer.from('{}'), 'settings'))
  const opened = await open()
  expect(opened.vault?.takesOldForm).toBe(false)
  const titles = []
  for await (const { title } of opened.journal.entries.all()) titles.push(title)
  expect(titles).toEqual([])
})
