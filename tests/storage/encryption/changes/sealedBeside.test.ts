/** What is sealed beside a journal without a lock: a file that came late from another device, or folders alone. It keeps no one out. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { createJournalEncryption } from '../../../../src/main/storage/encryption/journalEncryption'
import { checkHealth } from '../../../../src/main/storage/health/checkHealth'
import { openJournal } from '../../../../src/main/storage/journal/openJournal'
import { freshFolder } from '../../freshFolder'
import { collected, sampleEntry, sampleId } from '../../sample'
import { setClock } from '../../sampleClock'
import { passphrase, quickCost } from '../../sealed'

const clock = setClock()
const entry = sampleEntry()
const late = sampleEntry({ id: sampleId(2), day: '2026-02-27' })
const lateFile = `sealed/entries/2026/${late.day}-${late.id}.json`

const open = (folder: string) => openJournal({ folder, clock, knownBefore: false })
const sealOf = (folder: string) => createJournalEncryption({ folder: () => folder, clock, cost: quickCost })

async function withEntry(...entries: readonly (typeof entry)[]): Promise<string> {
  const folder = await freshFolder()
  const journal = await open(folder)
  for (const one of entries) await journal.entries.save(one, 0)
  await journal.close()
  return folder
}

async function turnedOn(folder: string) {
  const seal = sealOf(folder)
  await (await seal.prepare(passphrase)).turnOn(() => undefined)
  return seal
}

/** A plain journal, beside which a file lies that its device sealed before it knew that the lock is off. */
async function withLateFile(): Promise<{ folder: string; bytes: Buffer }> {
  const folder = await withEntry(entry, late)
  const seal = await turnedOn(folder)
  const bytes = await readFile(join(folder, lateFile))
  await seal.turnOff(passphrase, () => undefined)
  await rm(join(folder, lateFile.replace('sealed/', '')))
  await mkdir(dirname(join(folder, lateFile)), { recursive: true })
  await writeFile(join(folder, lateFile), bytes)
  return { folder, bytes }
}

const findings = async (folder: string) =>
  (await collected(checkHealth({ folder }))).map(({ kind, file }) => `${kind} ${file}`)

test('folders alone are no lock, whether there ever was one', async () => {
  const folder = await withEntry()
  await mkdir(join(folder, 'sealed/versions'), { recursive: true })
  await (await open(folder)).close()
  expect(await sealOf(folder).look()).toBe('none')
  expect(await findings(folder)).toEqual([])
})

test('a late file waits, is told, and the journal opens', async () => {
  const { folder, bytes } = await withLateFile()
  const journal = await open(folder)
  const told: string[] = []
  journal.entries.onNotice(({ kind, file }) => void told.push(`${kind} ${file}`))
  expect((await collected(journal.entries.all())).map(({ id }) => id)).toEqual([entry.id])
  await journal.close()
  expect(told).toEqual([`sealed ${lateFile}`])
  expect(await findings(folder)).toEqual([`sealed ${lateFile}`])
  expect(await readFile(join(folder, lateFile))).toEqual(bytes)
})

test('a lock that is turned on anew does not take it away', async () => {
  const { folder, bytes } = await withLateFile()
  await expect(turnedOn(folder)).rejects.toMatchObject({ code: 'sealed-elsewhere' })
  await (await open(folder)).close()
  expect(await readFile(join(folder, lateFile))).toEqual(bytes)
  expect(await readdir(folder)).not.toContain('lock.json')
})

test.each(['lock.json is gone', 'lock.json is not on this computer yet'])(
  'a journal that is sealed stays closed while its %s, also beside a plain file',
  async (how) => {
    const folder = await withEntry(entry, late)
    await turnedOn(folder)
    for (const name of ['lock.json', 'sealed/lock.json']) {
      const path = join(folder, name)
      if (how === 'lock.json is gone') await rm(path)
      else await rename(path, join(dirname(path), '.lock.json.icloud'))
    }
    const code = how === 'lock.json is gone' ? 'key-missing' : 'elsewhere'
    await expect(open(folder)).rejects.toMatchObject({ code })
    const stray = join(folder, `entries/2026/${entry.day}-${sampleId(9)}.json`)
    await mkdir(dirname(stray), { recursive: true })
    await writeFile(stray, JSON.stringify({ ...entry, id: sampleId(9) }))
    await expect(open(folder)).rejects.toMatchObject({ code })
  },
)
