/** A journal with a lock at work: all that a journal does, and not a word of it on the disk. */
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Notice } from '#shared/contract/health'
import { defaultSettings } from '#shared/domain/settings/settings'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { leaveCapture } from '../../../src/main/storage/dayLogs/leaveCapture'
import { keyFileBytes, readKeyFile } from '../../../src/main/storage/encryption/cipher/keyFile'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { checkHealth } from '../../../src/main/storage/health/checkHealth'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { openJournalForReading } from '../../../src/main/storage/journal/openJournalForReading'
import { openTestIndex } from '../../indexer/testIndex'
import { madeCapture } from '../../services/made'
import { admittedBeside } from '../admitted'
import { freshFolder } from '../freshFolder'
import { collected, nextOf, sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { knownIn, madeKey, passphrase, quickCost } from '../sealed'
import { errno } from '../simulatedDisk'
import { wrappedFiles } from '../wrappedFiles'

const canary = 'Zaunkönigskanarie'
const entry = sampleEntry({ title: canary })
const other = sampleEntry({ id: sampleId(2), day: '2026-02-27', title: `${canary} the second` })

async function withLock() {
  const folder = await freshFolder()
  const clock = setClock()
  const first = await openJournal({ folder, clock, knownBefore: false })
  await first.entries.save(entry, 0)
  await first.entries.save(other, 0)
  await first.close()
  const seal = createJournalEncryption({ folder: () => folder, clock, cost: quickCost })
  const prepared = await seal.prepare(passphrase)
  await prepared.turnOn(() => undefined)
  const open = () => openJournal({ folder, clock, knownBefore: true, vault: seal.vault() })
  return { folder, clock, seal, open, code: prepared.code }
}

/** Every file below, with its bytes. */
async function bytesIn(folder: string): Promise<{ path: string; bytes: Buffer }[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    found
      .filter((item) => item.isFile())
      .map(async (item) => {
        const path = join(item.parentPath, item.name)
        return { path, bytes: await readFile(path) }
      }),
  )
}

async function readable(folder: string): Promise<string[]> {
  const files = await bytesIn(folder)
  return files.flatMap(({ path, bytes }) => (bytes.includes('Zaunk') || bytes.includes('Asked two') ? [path] : []))
}

test('all of it works, and nothing readable lies anywhere', async () => {
  const { folder, clock, open } = await withLock()
  const journal = await open()
  expect(await collected(journal.entries.all())).toEqual([entry, other])
  clock.advance({ hours: 2 })
  const edited = nextOf(entry, `${canary} again`)
  await journal.entries.save(edited, 1)
  await journal.entries.trash(other.id)
  await journal.entries.restore(other.id)
  await journal.entries.trash(other.id)
  await journal.settings.save({ ...defaultSettings, manager: canary })
  await journal.captures.add(madeCapture(7, { text: canary }))
  await expect(journal.entries.save(edited, 1)).rejects.toMatchObject({ code: 'conflict' })
  await journal.close()
  const again = await open()
  expect(await collected(again.entries.all())).toEqual([edited])
  expect((await again.entries.trashed()).map(({ record: { title } }) => title)).toEqual([other.title])
  expect(again.settings.value.manager).toBe(canary)
  await again.close()
  expect((await bytesIn(folder)).length).toBeGreaterThan(6)
  expect(await readable(folder)).toEqual([])
})

test('without its key it is opened by nobody, and it is left as it is', async () => {
  const { folder, clock, seal } = await withLock()
  const before = await bytesIn(folder)
  expect(await seal.look()).toBe('unlocked')
  seal.forget()
  expect(await seal.look()).toBe('locked')
  await expect(openJournal({ folder, clock, knownBefore: true })).rejects.toMatchObject({ code: 'locked' })
  await expect(openJournalForReading({ folder })).rejects.toMatchObject({ code: 'locked' })
  await expect(seal.unlock('guessed')).rejects.toMatchObject({ code: 'wrong-passphrase' })
  await expect(seal.recover('0000-0000', 'next')).rejects.toMatchObject({ code: 'mistyped-code' })
  expect(await bytesIn(folder)).toEqual(before)
})

test('the key is overwritten at once where its file is whole: until it is forgotten the journal counts as unlocked, and nothing is read or written', async () => {
  const { folder, seal, open } = await withLock()
  const journal = await open()
  seal.overwriteKey()
  expect(seal.isKeyOverwritten()).toBe(true)
  expect(await seal.look()).toBe('unlocked')
  await expect(journal.entries.save(nextOf(entry, canary), 1)).rejects.toMatchObject({ code: 'locked' })
  await journal.close()
  seal.forget()
  expect([await seal.look(), seal.isKeyOverwritten()]).toEqual(['locked', false])
  await seal.unlock(passphrase)
  const again = await open()
  expect(await collected(again.entries.all())).toEqual([entry, other])
  await again.close()
  expect((await bytesIn(folder)).filter(({ path }) => path.includes('quarantine'))).toEqual([])
})

test.each([
  ['gone', async (path: string) => rm(path)],
  ['damaged', async (path: string) => writeFile(path, '{}')],
  ['of another key, with a right sum', writeAnother],
] as const)(
  'a key whose file is %s is overwritten where the copy is whole, and else kept: it may be the last',
  async (_, harm) => {
    const { folder, seal } = await withLock()
    await harm(join(folder, 'sealed', 'lock.json'))
    seal.overwriteKey()
    expect(seal.isKeyOverwritten()).toBe(true)
    seal.forget()
    await seal.unlock(passphrase)
    await harm(join(folder, 'sealed', 'lock.json'))
    await harm(join(folder, 'lock.json'))
    seal.overwriteKey()
    expect(seal.isKeyOverwritten()).toBe(false)
  },
)

/** By a program that knows the form and not the key. */
async function writeAnother(path: string): Promise<void> {
  const { id, created } = readKeyFile(await readFile(path))
  const forged = await madeKey()
  const { proof: _, sum: __, ...body } = readKeyFile(forged.bytes)
  await writeFile(
    path,
    forged.vault.withKey((key) => keyFileBytes({ ...body, id, created }, key)),
  )
}

test('a lost passphrase: the code opens it and gives it another', async () => {
  const { seal, open, code } = await withLock()
  seal.forget()
  await seal.recover(code, 'another one')
  const journal = await open()
  expect(await collected(journal.entries.all())).toEqual([entry, other])
  await journal.close()
  seal.forget()
  await expect(seal.unlock(passphrase)).rejects.toMatchObject({ code: 'wrong-passphrase' })
  await seal.unlock('another one')
  expect(await seal.look()).toBe('unlocked')
})

test('a copy of the key opens it, after another passphrase too, and no other lock', async () => {
  const { folder, seal, open } = await withLock()
  const key = seal.copyKey()
  await seal.changePassphrase(passphrase, 'another one')
  const id = await seal.id()
  seal.forget()
  expect(() => seal.copyKey()).toThrow(expect.objectContaining({ code: 'locked' }))
  const before = await bytesIn(folder)
  const strangers = (await withLock()).seal
  const wrong = [strangers.copyKey(), key.slice(4), 'not base64 at all', '']
  for (const other of wrong)
    await expect(seal.unlockWithKey(other), other).rejects.toMatchObject({ code: 'wrong-kept-key' })
  expect(await seal.look()).toBe('locked')
  expect(await bytesIn(folder)).toEqual(before)
  await seal.unlockWithKey(key)
  expect(await seal.id()).toBe(id)
  const journal = await open()
  expect(await collected(journal.entries.all())).toEqual([entry, other])
  await journal.close()
})

test('another passphrase, another code: the old ones open nothing', async () => {
  const { seal, code } = await withLock()
  await expect(seal.changePassphrase('guessed', 'x')).rejects.toMatchObject({ code: 'wrong-passphrase' })
  await seal.changePassphrase(passphrase, 'another one')
  const next = await seal.newCode('another one')
  expect(next.isCode(code)).toBe(false)
  expect(next.isCode(next.code)).toBe(true)
  await next.keep()
  seal.forget()
  await expect(seal.unlock(passphrase)).rejects.toMatchObject({ code: 'wrong-passphrase' })
  await expect(seal.recover(code, 'x')).rejects.toMatchObject({ code: 'wrong-code' })
  await seal.recover(next.code, 'the third')
  expect(await seal.look()).toBe('unlocked')
})

test('turned off, it is a journal like any other', async () => {
  const { folder, clock, seal } = await withLock()
  await expect(seal.turnOff('guessed', () => undefined)).rejects.toMatchObject({ code: 'wrong-passphrase' })
  await seal.turnOff(passphrase, () => undefined)
  expect(await seal.look()).toBe('none')
  expect(await readdir(folder)).not.toContain('sealed')
  const journal = await openJournal({ folder, clock, knownBefore: true })
  expect(await collected(journal.entries.all())).toEqual([entry, other])
  await journal.close()
})

test.each(['sealed/unfinished', 'entries'])(
  'once the key file is there it is on, also when the disk fails at %s',
  async (at) => {
    const folder = await freshFolder()
    const clock = setClock()
    const first = await openJournal({ folder, clock, knownBefore: false })
    await first.entries.save(entry, 0)
    await first.close()
    const files = wrappedFiles(nodeFiles, (name, path) => {
      const isOn = existsSync(join(folder, 'lock.json'))
      if (isOn && path === join(folder, at) && ['remove', 'list'].includes(name)) throw errno('EIO')
      return undefined
    })
    const seal = createJournalEncryption({ folder: () => folder, clock, cost: quickCost, files })
    expect(await (await seal.prepare(passphrase)).turnOn(() => undefined)).toEqual({ left: 1 })
    expect(await seal.look()).toBe('unlocked')
    const whole = createJournalEncryption({ folder: () => folder, clock })
    await whole.unlock(passphrase)
    const journal = await openJournal({ folder, clock, knownBefore: true, vault: whole.vault() })
    expect(await collected(journal.entries.all())).toEqual([entry])
    await journal.close()
    expect(await readable(folder)).toEqual([])
    expect(await readdir(join(folder, 'sealed'))).not.toContain('unfinished')
  },
)

test('another journal’s key file over this one’s takes nothing away: the copy stays', async () => {
  const { folder, clock, seal, open } = await withLock()
  await (await open()).close()
  seal.forget()
  const path = join(folder, 'lock.json')
  const [own, sealed] = [await readFile(path), await bytesIn(join(folder, 'sealed'))]
  await writeFile(path, (await madeKey({ passphrase: 'of another journal' })).bytes)
  await seal.unlock('of another journal')
  await seal.changePassphrase('of another journal', 'of another one')
  await (await openJournal({ folder, clock, knownBefore: true, vault: seal.vault() })).close()
  expect(await bytesIn(join(folder, 'sealed'))).toEqual(sealed)
  seal.forget()
  await writeFile(path, own)
  await seal.unlock(passphrase)
  const journal = await open()
  expect(await collected(journal.entries.all())).toEqual([entry, other])
  await journal.close()
})

test('a key file that somebody wrote anew with a right sum does not hide its copy', async () => {
  const { folder, seal, open, code } = await withLock()
  const path = join(folder, 'lock.json')
  const own = await readFile(path)
  const { id, created } = readKeyFile(own)
  const forged = await madeKey({ passphrase: 'the forger’s' })
  const { proof: _, sum: __, ...body } = readKeyFile(forged.bytes)
  const key = forged.vault.withKey((bytes) => Buffer.from(bytes))
  const ways = [
    () => seal.unlock(passphrase),
    () => seal.recover(code, passphrase),
    () => seal.verify(passphrase).then(() => seal.unlock(passphrase)),
  ]
  for (const way of ways) {
    seal.forget()
    await writeFile(path, keyFileBytes({ ...body, id, created }, key))
    await expect(seal.unlock('guessed')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    await way()
    expect(readKeyFile(await readFile(path)).slots).not.toEqual(body.slots)
    const journal = await open()
    expect(await collected(journal.entries.all())).toEqual([entry, other])
    await journal.close()
  }
})

test('in another folder the key of the one before is forgotten', async () => {
  const { folder, clock } = await withLock()
  let now = folder
  const seal = createJournalEncryption({ folder: () => now, clock, cost: quickCost })
  await seal.unlock(passphrase)
  now = await freshFolder()
  expect(await seal.look()).toBe('none')
  now = folder
  expect(await seal.look()).toBe('locked')
})

test('a disk that is away takes neither the key nor the lock along', async () => {
  const { folder, clock, seal, open } = await withLock()
  const journal = await open()
  const away = `${folder}-away`
  await rename(folder, away)
  await expect(seal.look()).rejects.toMatchObject({ code: 'folder-missing' })
  const started = createJournalEncryption({ folder: () => folder, clock, hadLock: () => true })
  await expect(started.look()).rejects.toMatchObject({ code: 'folder-missing' })
  await rename(away, folder)
  await journal.entries.save(nextOf(entry, 'Written when it was back.'), 1)
  await journal.close()
  expect(await seal.look()).toBe('unlocked')
  expect(await started.look()).toBe('locked')
  await seal.turnOff(passphrase, () => undefined)
  expect(await started.look()).toBe('none')
})

test('thoughts that other processes leave while the lock is turned off are there afterwards', async () => {
  const { folder, clock } = await withLock()
  const admitted = admittedBeside(folder)
  // One is on the disk a moment before the key file goes; the other has seen that file, and is written behind it.
  const remove: typeof nodeFiles.remove = async (path) => {
    if (path === join(folder, 'lock.json'))
      await leaveCapture({ folder, known: knownIn(folder), admitted }, madeCapture(7, { text: 'Before.' }))
    await nodeFiles.remove(path)
  }
  const seal = createJournalEncryption({
    folder: () => folder,
    clock,
    cost: quickCost,
    admitted,
    files: { ...nodeFiles, remove },
  })
  let isOff = false
  const create: typeof nodeFiles.create = async (path) => {
    if (!isOff) await seal.turnOff(passphrase, () => undefined)
    isOff = true
    return nodeFiles.create(path)
  }
  await leaveCapture(
    { folder, known: knownIn(folder), admitted, files: { ...nodeFiles, create } },
    madeCapture(8, { text: 'Across.' }),
  )
  expect(await readdir(folder)).not.toContain('sealed')
  const journal = await openJournal({ folder, clock, knownBefore: true })
  await journal.captures.mergeInbox()
  const days = await collected(journal.captures.all())
  const texts = days.flatMap(({ captures }) => captures.map(({ text }) => text))
  expect(texts.sort()).toEqual(['Across.', 'Before.'])
  await journal.close()
})

test('a damaged key file is repaired from its copy; without one it is said what is wrong', async () => {
  const { folder, seal, open } = await withLock()
  seal.forget()
  const whole = await readFile(join(folder, 'lock.json'))
  await writeFile(join(folder, 'lock.json'), whole.subarray(1))
  await seal.unlock(passphrase)
  expect(await readFile(join(folder, 'lock.json'))).toEqual(whole)
  await (await open()).close()
  await rename(join(folder, 'lock.json'), join(folder, 'elsewhere.json'))
  expect(await seal.look()).toBe('unlocked')
  await rename(join(folder, 'sealed/lock.json'), join(folder, 'elsewhere2.json'))
  await expect(seal.look()).rejects.toMatchObject({ code: 'key-missing' })
  await expect(open()).rejects.toMatchObject({ code: 'key-missing' })
  await writeFile(join(folder, 'lock.json'), whole.subarray(1))
  await expect(seal.unlock(passphrase)).rejects.toMatchObject({ code: 'key-damaged' })
})

test('a damaged file is set aside byte for byte, and its last good copy takes its place', async () => {
  const { folder, clock, open } = await withLock()
  const journal = await open()
  clock.advance({ hours: 2 })
  await journal.entries.save(nextOf(entry, 'Later words.'), 1)
  await journal.close()
  const path = join(folder, `sealed/entries/2026/${entry.day}-${entry.id}.json`)
  const bytes = await readFile(path)
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
  await writeFile(path, bytes)
  const again = await open()
  const notices: Notice[] = []
  again.entries.onNotice((notice) => notices.push(notice))
  expect(await collected(again.entries.all())).toEqual([entry, other])
  expect(notices).toMatchObject([{ kind: 'quarantined', restored: true, file: expect.stringMatching(/^entries\//) }])
  const [name = ''] = await readdir(join(folder, 'sealed/quarantine'))
  expect(await readFile(join(folder, 'sealed/quarantine', name))).toEqual(bytes)
  await again.close()
})

test('a file that another key sealed is left where it is', async () => {
  const { folder, open } = await withLock()
  const path = join(folder, `sealed/entries/2026/${entry.day}-${entry.id}.json`)
  const foreign = (await madeKey()).vault.seal(Buffer.from(JSON.stringify(entry)), `record ${entry.id}`)
  await writeFile(path, foreign)
  const journal = await open()
  const notices: Notice[] = []
  journal.entries.onNotice((notice) => notices.push(notice))
  expect(await collected(journal.entries.all())).toEqual([other])
  expect(notices).toMatchObject([{ kind: 'sealed' }])
  await expect(journal.entries.read(entry.id)).rejects.toMatchObject({ code: 'sealed-elsewhere' })
  await journal.close()
  expect(await readFile(path)).toEqual(foreign)
})

test('of two files that changed places neither is shown as the other', async () => {
  const { folder, open } = await withLock()
  const paths = [entry, other].map(({ day, id }) => join(folder, `sealed/entries/2026/${day}-${id}.json`))
  const [one = '', two = ''] = paths
  await rename(one, `${one}.x`)
  await rename(two, one)
  await rename(`${one}.x`, two)
  const journal = await open()
  for (const { id } of [entry, other]) {
    const found = await journal.entries.read(id).catch(() => null)
    expect(found === null || found.id === id).toBe(true)
  }
  await journal.close()
})

test('words that another program leaves unsealed wait sealed at the next unlocking, and come in when the person says so', async () => {
  const { folder, seal, open } = await withLock()
  seal.forget()
  const year = join(folder, 'entries/2026')
  await mkdir(year, { recursive: true })
  const changed = nextOf(entry, 'From another device.')
  const added = sampleEntry({ id: sampleId(3), title: `${canary} from outside` })
  for (const one of [changed, added]) await writeFile(join(year, `${one.day}-${one.id}.json`), JSON.stringify(one))
  await seal.unlock(passphrase)
  expect(await readable(folder)).toEqual([])
  const journal = await open()
  // They were shown as the person's own before: anyone who has the files can drop such a file there.
  expect(await collected(journal.entries.all())).toEqual([entry, other])
  expect((await journal.entries.copiesOf(entry.id)).copies).toEqual([])
  await journal.arrivals.admit()
  expect((await collected(journal.entries.all())).map(({ title }) => title).sort()).toEqual(
    [entry.title, other.title, added.title].sort(),
  )
  const { copies } = await journal.entries.copiesOf(entry.id)
  expect(copies.map((copy) => copy.record)).toEqual([changed])
  await journal.close()
  expect(await readable(folder)).toEqual([])
})

test('the index knows it, and its cache is sealed', async () => {
  const { folder, seal } = await withLock()
  const cacheFile = join(dirname(folder), 'library/cache.index')
  const part = await openTestIndex(folder, cacheFile, true, seal.vault())
  await part.look()
  expect(part.indexer.rows(null).rows.map(({ title }) => title)).toEqual([entry.title, other.title])
  await part.close()
  const bytes = await readFile(cacheFile)
  // Behind its sum: each block after its length.
  let blocks = 0
  for (let at = 12; at < bytes.length; at += 4 + bytes.readUInt32LE(at), blocks++)
    expect(bytes.subarray(at + 4, at + 12).toString()).toBe('TLSEALED')
  expect(blocks).toBeGreaterThan(1)
  expect(await readable(dirname(folder))).toEqual([])
  const again = await openTestIndex(folder, cacheFile, true, seal.vault())
  expect(again.indexer.rows(null).rows).toHaveLength(2)
  await again.close()
})

test('every sealed file is looked at, and damage in one is found', async () => {
  const { folder, open, seal } = await withLock()
  const journal = await open()
  await journal.settings.save(defaultSettings)
  let files = 0
  expect(await collected(journal.checkHealth(() => files++))).toEqual([])
  expect(files).toBeGreaterThan(3)
  const path =
    (await bytesIn(join(folder, 'sealed', 'entries'))).find((file) => file.path.includes(entry.id))?.path ?? ''
  const bytes = await readFile(path)
  await writeFile(path, bytes.subarray(0, -1))
  await writeFile(join(folder, 'sealed', 'entries', 'notes.txt'), 'of somebody')
  const found = await collected(checkHealth({ folder, vault: seal.vault() }))
  expect(found.map(({ kind, file }) => `${kind} ${file.slice(0, 8)}`)).toEqual(['foreign entries/', 'damaged entries/'])
  await expect(collected(checkHealth({ folder }))).rejects.toMatchObject({ code: 'locked' })
  await journal.close()
})

test('an export reads it with the key', async () => {
  const { folder, seal } = await withLock()
  const { entries } = await openJournalForReading({ folder, vault: seal.vault() })
  expect((await collected(entries.all())).map(({ title }) => title).sort()).toEqual([entry.title, other.title].sort())
})
