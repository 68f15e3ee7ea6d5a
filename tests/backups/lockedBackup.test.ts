/** What comes out of a backup of a journal with a lock: with the key that the journal has still, with the passphrase of an earlier lock, or not at all. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { compareWithJournal } from '../../src/main/backups/compareWithJournal'
import { entriesIn } from '../../src/main/backups/entriesIn'
import { makeBackup } from '../../src/main/backups/makeBackup'
import { rawDisk } from '../../src/main/disk/rawFiles'
import { createJournalEncryption } from '../../src/main/storage/encryption/journalEncryption'
import { encoded } from '../../src/main/storage/format/fileFormat'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { entryFormat } from '../../src/main/storage/kinds/entryKind'
import { madeCapture } from '../services/made'
import { freshFolder } from '../storage/freshFolder'
import { writeOldJournal } from '../storage/oldForm'
import { collected, nextOf, sampleEntry, sampleId } from '../storage/sample'
import { setClock } from '../storage/sampleClock'
import { passphrase, quickCost } from '../storage/sealed'

const entry = sampleEntry({ title: 'First words' })
const other = sampleEntry({ id: sampleId(2), title: 'The same since' })
const clock = setClock()

/** A journal, whose lock was turned on, and a backup of it; then the entry and a capture are changed. */
async function made() {
  const folder = await freshFolder()
  const seal = createJournalEncryption({ folder: () => folder, clock, cost: quickCost })
  const open = () => openJournal({ folder, clock, knownBefore: false, vault: seal.vault() })
  const turnOn = async (next: string) => (await seal.prepare(next)).turnOn(() => undefined)
  const first = await open()
  for (const one of [entry, other]) await first.entries.save(one, 0)
  await first.captures.add(madeCapture(1))
  await first.close()
  await turnOn(passphrase)
  const order = { journal: folder, reason: 'asked', now: clock.now().at, after: 0, version: '1.0.0' } as const
  const { backup } = await makeBackup(rawDisk(), order, join(dirname(folder), 'backups'))
  const file = join(dirname(folder), 'backups', backup.name)
  const change = await open()
  await change.entries.save(nextOf(entry, 'Other words'), 1)
  await change.captures.erase('2026-03-02', madeCapture(1).id)
  await change.close()
  const secrets = (given: string | null = null) => ({ key: seal.vault()?.handOut() ?? null, passphrase: given })
  const compare = (given: string | null = null) => compareWithJournal(rawDisk(), file, folder, secrets(given))
  const entries = (given: string | null = null) => entriesIn(rawDisk(), file, [entry.id], secrets(given))
  return { folder, file, seal, turnOn, compare, entries }
}

const changed = {
  records: [{ id: entry.id, name: 'First words', fate: 'newer' }],
  counts: { returns: 0, changes: 0, newer: 1, goes: 0 },
  captures: { returns: 1, changes: 0, goes: 0 },
  needsPassphrase: false,
}

test('with the key of the open journal its entries are named and come out at once, whatever the passphrase is now', async () => {
  const { seal, compare, entries } = await made()
  for (let look = 0; look < 2; look++) {
    expect(await compare()).toMatchObject(changed)
    expect(await entries()).toEqual([entry])
    await seal.changePassphrase(look === 0 ? passphrase : 'next', 'next')
  }
  expect(seal.vault()?.isForgotten).toBe(false)
})

test('a plain file beside what is sealed is not taken for the page', async () => {
  const { folder, seal } = await made()
  const forged = join(folder, 'entries', '2026')
  await mkdir(forged, { recursive: true })
  await writeFile(join(forged, `${entry.day}-${entry.id}.json`), encoded(entryFormat, { ...entry, title: 'Forged' }))
  const order = { journal: folder, reason: 'asked', now: clock.now().at, after: 0, version: '1.0.0' } as const
  const { backup } = await makeBackup(rawDisk(), order, join(dirname(folder), 'backups'))
  const secrets = { key: seal.vault()?.handOut() ?? null, passphrase: null }
  const [found] = await entriesIn(rawDisk(), join(dirname(folder), 'backups', backup.name), [entry.id], secrets)
  expect(found).toMatchObject({ title: 'First words', revision: 2 })
})

test('of an earlier lock the passphrase is needed, and opens them whether the journal has a lock now or none', async () => {
  const { seal, turnOn, compare, entries } = await made()
  await seal.turnOff(passphrase, () => undefined)
  expect(await compare()).toMatchObject({ needsPassphrase: true, counts: { changes: 2 } })
  await expect(entries()).rejects.toMatchObject({ code: 'sealed-elsewhere' })
  await expect(entries('not this')).rejects.toMatchObject({ code: 'wrong-passphrase' })
  expect(await compare(passphrase)).toMatchObject(changed)
  await turnOn('of another lock')
  await expect(compare('of another lock')).rejects.toMatchObject({ code: 'wrong-passphrase' })
  expect(await compare()).toMatchObject({ needsPassphrase: true })
  expect(await entries(passphrase)).toEqual([entry])
})

test('one that was made before the sealed files were migrated opens with the same key and with its passphrase', async () => {
  const folder = await freshFolder()
  writeOldJournal(folder)
  const order = { journal: folder, reason: 'migration', now: clock.now().at, after: 0, version: '1.0.0' } as const
  const { backup } = await makeBackup(rawDisk(), order, join(dirname(folder), 'backups'))
  const file = join(dirname(folder), 'backups', backup.name)
  const seal = createJournalEncryption({ folder: () => folder, clock, cost: quickCost })
  await seal.unlock(passphrase)
  await seal.migrate(() => undefined)
  const key = seal.vault()?.handOut() ?? null
  const same = { records: [], captures: { returns: 0, changes: 0, goes: 0 }, needsPassphrase: false }
  expect(await compareWithJournal(rawDisk(), file, folder, { key, passphrase: null })).toMatchObject(same)
  const journal = await openJournal({ folder, clock, knownBefore: true, vault: seal.vault() })
  const [first] = await collected(journal.entries.all())
  await journal.close()
  if (first === undefined) throw new Error('an entry')
  for (const secrets of [
    { key, passphrase: null },
    { key: null, passphrase },
  ])
    expect(await entriesIn(rawDisk(), file, [first.id], secrets)).toMatchObject([{ id: first.id, title: first.title }])
})
