/** Sealed files of the app of before, which open at any path: taken once, also when that is cut short, and by nobody afterwards. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Files } from '../../../../src/main/disk/files'
import { migrateSealed } from '../../../../src/main/storage/encryption/changes/migrateSealed'
import { isOldForm } from '../../../../src/main/storage/encryption/cipher/fileCipher'
import { keyFileBytes, readKeyFile } from '../../../../src/main/storage/encryption/cipher/keyFile'
import type { MigratedLocks } from '../../../../src/main/storage/encryption/files/wasPutBack'
import { createJournalEncryption } from '../../../../src/main/storage/encryption/journalEncryption'
import { decoded } from '../../../../src/main/storage/format/fileFormat'
import { openJournal } from '../../../../src/main/storage/journal/openJournal'
import { deep, figure, randomFrom, sampled, seed } from '../../../effort'
import { defectsOf } from '../../defects'
import { freshFolder } from '../../freshFolder'
import { homeOn, lockDefects } from '../../lockRuns'
import { oldJournal, oldKey, oldStored, sealedBefore, writeOldJournal } from '../../oldForm'
import { collected } from '../../sample'
import { setClock } from '../../sampleClock'
import { passphrase, quickCost } from '../../sealed'
import type { SimulatedDisk } from '../../simulatedDisk'
import { FaultPlan, wrappedFiles } from '../../wrappedFiles'

const clock = setClock('2026-03-03T08:00:00Z')
const sealOf = (folder: string, migrated?: MigratedLocks) =>
  createJournalEncryption({ folder: () => folder, clock, cost: quickCost, ...(migrated && { migrated }) })

/** What a device remembers. */
function remembered() {
  const locks = new Set<string>()
  const migrated: MigratedLocks = {
    has: (lock) => locks.has(lock),
    note: async (lock, isMigrated) => void (isMigrated ? locks.add(lock) : locks.delete(lock)),
  }
  return { locks, migrated }
}

async function migrated(files: Files): Promise<void> {
  const { bytes, vault } = await oldKey()
  await migrateSealed(homeOn(files), readKeyFile(bytes), vault, () => undefined)
}

const inOldForm = (disk: SimulatedDisk) => disk.files().flatMap(({ path, bytes }) => (isOldForm(bytes) ? [path] : []))

async function oldFolder() {
  const folder = await freshFolder()
  writeOldJournal(folder)
  const seal = sealOf(folder)
  const open = () => openJournal({ folder, clock, knownBefore: true, vault: seal.vault() })
  return { folder, seal, open }
}

test('it opens as before, and is migrated to the last file; then its key file says so', async () => {
  const { folder, seal, open } = await oldFolder()
  await seal.unlock(passphrase)
  const before = await open()
  expect(await defectsOf(before, [oldStored])).toEqual([])
  await before.close()
  expect(seal.needsMigration()).toBe(true)
  const told: string[] = []
  await seal.migrate((done, total) => told.push(`${done}/${total}`))
  expect([seal.needsMigration(), told[0]]).toEqual([false, '1/7'])
  const names = await readdir(join(folder, 'sealed'), { recursive: true, withFileTypes: true })
  for (const found of names.filter((one) => one.isFile()))
    expect(isOldForm(await readFile(join(found.parentPath, found.name))), found.name).toBe(false)
  const [own, copy] = [await readFile(join(folder, 'lock.json')), await readFile(join(folder, 'sealed/lock.json'))]
  expect(own.equals(copy)).toBe(true)
  expect(readKeyFile(own).schema).toBe(2)
  seal.forget()
  await seal.unlock(passphrase)
  expect(seal.needsMigration()).toBe(false)
  const after = await open()
  expect(await defectsOf(after, [oldStored])).toEqual([])
  await after.close()
})

test('an older app leaves its key file alone, as a newer one’s', async () => {
  const disk = oldJournal()
  await migrated(disk)
  const { bytes } = await disk.read('/journal/lock.json', 100_000)
  expect(() => decoded({ version: 1, schema: z.looseObject({}), migrations: [] }, bytes)).toThrow(
    expect.objectContaining({ code: 'newer-schema' }),
  )
})

test('two devices that migrate it apart make the same bytes', async () => {
  const [one, other] = [oldJournal(), oldJournal()]
  await migrated(one)
  await migrated(other)
  const bytesOf = (disk: SimulatedDisk) =>
    disk.files().map(({ path, bytes }) => [path, Buffer.from(bytes).toString('hex')])
  expect(bytesOf(one)).toEqual(bytesOf(other))
})

const withoutFileSync = (files: Files): Files => ({
  ...files,
  create: async (path) => ({ ...(await files.create(path)), sync: async () => undefined }),
})

test.each([
  ['sound', (files: Files) => files],
  ['one that does not sync files, which the check finds', withoutFileSync],
] as const)(
  'a power cut meanwhile loses nothing, and the next unlocking ends it: a disk that is %s',
  async (_, broken) => {
    const key = await oldKey()
    const disk = oldJournal()
    const random = randomFrom(seed)
    const left: SimulatedDisk[] = []
    const cut = () => {
      left.push(...disk.crashStates(deep ? 40 : 3, random))
      return undefined
    }
    await migrated(broken(wrappedFiles(disk, cut)))
    cut()
    const isSound = broken !== withoutFileSync
    const defects: string[] = []
    for (const state of isSound ? sampled(left, 20) : left) {
      defects.push(...(await lockDefects(state, key)), ...inOldForm(state))
      if (!isSound && defects.length > 0) break
    }
    if (isSound)
      figure(
        `storage: ${left.length} disks after power cuts while sealed files are migrated, ${defects.length} defects`,
      )
    expect(left.length).toBeGreaterThan(100)
    if (isSound) expect(defects, `seed ${seed}`).toEqual([])
    else expect(defects).not.toEqual([])
  },
)

test('a disk that refuses a call: it opens as before, and the next unlocking ends it', async () => {
  const key = await oldKey()
  const counting = new FaultPlan()
  counting.arm()
  await migrated(wrappedFiles(oldJournal(), counting.before))
  const random = randomFrom(seed)
  const defects: string[] = []
  let tries = 0
  for (let number = 1; number <= counting.calls.length; number++) {
    if (!deep && random() > 0.1) continue
    tries++
    const disk = oldJournal()
    const plan = new FaultPlan(number, random() < 0.5 ? 'ENOSPC' : 'EIO')
    plan.arm()
    await migrated(wrappedFiles(disk, plan.before)).catch(() => undefined)
    // What could not be removed then goes now.
    defects.push(...[...(await lockDefects(disk, key)), ...inOldForm(disk)].map((defect) => `${number}: ${defect}`))
  }
  figure(`storage: ${tries} refused calls while sealed files are migrated, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

test('what a sync program changes while it is migrated is taken as it is then', async () => {
  const disk = oldJournal()
  const { vault } = await oldKey()
  const path = '/journal/sealed/captures/2026/2026-03-02.json'
  const changed = sealedBefore(vault, Buffer.from('{"schema":1,"day":"2026-03-02","revision":9,"captures":[]}'))
  let isChanged = false
  await migrated(
    wrappedFiles(disk, (name, at) => {
      // Behind the first look at the old one, in front of the last.
      if (name !== 'info' || isChanged || at !== path) return undefined
      isChanged = true
      disk.put(path, changed)
      return undefined
    }),
  )
  const { bytes } = await disk.read(path, 10_000)
  expect(isOldForm(bytes)).toBe(false)
  expect(vault.open(bytes, { subject: 'day capture 2026-03-02' }).toString()).toContain('"revision":9')
})

test('while a file is not on this computer the old form is not given up', async () => {
  const { folder, seal } = await oldFolder()
  await seal.unlock(passphrase)
  const day = join(folder, 'sealed/captures/2026')
  await rename(join(day, '2026-03-02.json'), join(folder, 'away'))
  await writeFile(join(day, '.2026-03-02.json.icloud'), '')
  await expect(seal.migrate(() => undefined)).rejects.toMatchObject({ code: 'elsewhere' })
  expect(seal.needsMigration()).toBe(true)
  expect(readKeyFile(await readFile(join(folder, 'lock.json'))).schema).toBe(1)
  await rename(join(folder, 'away'), join(day, '2026-03-02.json'))
  await rm(join(day, '.2026-03-02.json.icloud'))
  await seal.migrate(() => undefined)
  expect(seal.needsMigration()).toBe(false)
})

test('a key file that was changed without the key is not proved anew', async () => {
  const disk = oldJournal()
  const { bytes, vault } = await oldKey()
  const file = readKeyFile(bytes)
  const forged = readKeyFile(keyFileBytes({ ...file, created: '2020-01-01T00:00:00Z' }, Buffer.alloc(32)))
  await expect(migrateSealed(homeOn(disk), forged, vault, () => undefined)).rejects.toMatchObject({
    code: 'key-damaged',
  })
})

/** One of several of its year. */
async function oldPage(folder: string) {
  const year = join(folder, 'sealed/entries/2026')
  const [name = ''] = (await readdir(year)).sort()
  return { file: join(year, name), name, id: name.slice(11, -5), old: await readFile(join(year, name)) }
}

async function waitingIn(folder: string): Promise<Buffer[]> {
  const waiting = join(folder, 'sealed/quarantine/arrivals')
  const found = await readdir(waiting, { recursive: true, withFileTypes: true })
  return Promise.all(found.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name))))
}

test('a file of the old form that comes afterwards waits as it is, and is shown nowhere', async () => {
  const { folder, seal, open } = await oldFolder()
  const { file: path, id, old } = await oldPage(folder)
  await seal.unlock(passphrase)
  await seal.migrate(() => undefined)
  await writeFile(path, old)
  const journal = await open()
  const notices: string[] = []
  journal.entries.onNotice(({ kind }) => void notices.push(kind))
  expect((await collected(journal.entries.all())).map(({ id }) => id)).not.toContain(id)
  expect(notices).toEqual(['arrived'])
  await expect(journal.entries.read(id)).rejects.toMatchObject({ code: 'not-found' })
  await journal.close()
  expect(await waitingIn(folder)).toEqual([old])
})

test('while another device’s migration may be on its way, what is still of the old form stays where it is', async () => {
  const { folder, seal } = await oldFolder()
  const { file: path, id, old } = await oldPage(folder)
  await seal.unlock(passphrase)
  await seal.migrate(() => undefined)
  // The key file came first.
  await writeFile(path, old)
  const other = sealOf(folder, remembered().migrated)
  const openThere = () => openJournal({ folder, clock, knownBefore: true, vault: other.vault() })
  await other.unlock(passphrase)
  const first = await openThere()
  await expect(first.entries.read(id)).rejects.toMatchObject({ code: 'elsewhere' })
  await first.close()
  expect(await readFile(path)).toEqual(old)
  other.forget()
  await other.unlock(passphrase)
  const second = await openThere()
  await expect(second.entries.read(id)).rejects.toMatchObject({ code: 'not-found' })
  await second.close()
  expect(await waitingIn(folder)).toEqual([old])
})

test('a backup from before is a journal of the old form again: its key is asked for, and it is migrated', async () => {
  const { folder, seal, open } = await oldFolder()
  await seal.unlock(passphrase)
  await seal.migrate(() => undefined)
  expect(await seal.look()).toBe('unlocked')
  await rm(folder, { recursive: true })
  await mkdir(folder)
  writeOldJournal(folder)
  expect(await seal.look()).toBe('locked')
  await seal.unlock(passphrase)
  await seal.migrate(() => undefined)
  const journal = await open()
  expect(await defectsOf(journal, [oldStored])).toEqual([])
  await journal.close()
})

test('a key file of before that is put back takes nothing a second time, and is put right', async () => {
  const { folder } = await oldFolder()
  const { locks, migrated } = remembered()
  const seal = sealOf(folder, migrated)
  const { file, name, old } = await oldPage(folder)
  await seal.unlock(passphrase)
  const keyFiles = ['lock.json', 'sealed/lock.json'].map((one) => join(folder, one))
  const oldKeys = await Promise.all(keyFiles.map((path) => readFile(path)))
  await seal.migrate(() => undefined)
  const putBack = async () => {
    for (const [at, path] of keyFiles.entries()) await writeFile(path, oldKeys[at] ?? '')
  }
  // Another page's, as it was before.
  const [other = ''] = (await readdir(dirname(file))).filter((one) => one !== name)
  await putBack()
  await writeFile(join(dirname(file), other), old)
  expect(await seal.look()).toBe('locked')
  await seal.unlock(passphrase)
  expect(seal.needsMigration()).toBe(false)
  expect(readKeyFile(await readFile(keyFiles[0] ?? '')).schema).toBe(2)
  const journal = await openJournal({ folder, clock, knownBefore: true, vault: seal.vault() })
  const [shown] = (await collected(journal.entries.all())).filter(({ id }) => other.includes(id))
  expect(shown).toBeUndefined()
  await journal.close()
  expect(await waitingIn(folder)).toEqual([old])
  // A whole journal of before is one that somebody brought back.
  await rm(folder, { recursive: true })
  await mkdir(folder)
  writeOldJournal(folder)
  expect(await seal.look()).toBe('locked')
  await seal.unlock(passphrase)
  expect([seal.needsMigration(), locks.size]).toEqual([true, 0])
  await seal.migrate(() => undefined)
  expect(locks.size).toBe(1)
})

test.each(['changed', 'given up'] as const)('its lock can be %s before it is migrated', async (how) => {
  const { folder, seal, open } = await oldFolder()
  if (how === 'changed') {
    await seal.changePassphrase(passphrase, 'another one')
    expect(readKeyFile(await readFile(join(folder, 'lock.json'))).schema).toBe(1)
    await seal.unlock('another one')
    await seal.migrate(() => undefined)
  } else await seal.turnOff(passphrase, () => undefined)
  const journal = await open()
  expect(await defectsOf(journal, [oldStored])).toEqual([])
  await journal.close()
})
