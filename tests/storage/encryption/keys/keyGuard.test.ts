/** A lock that another device turns on or off while the journal is open here stops what is written into its folder. */
import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createJournalEncryption } from '../../../../src/main/storage/encryption/journalEncryption'
import { openJournal } from '../../../../src/main/storage/journal/openJournal'
import { madeCapture } from '../../../services/made'
import { freshFolder } from '../../freshFolder'
import { nextOf, sampleEntry } from '../../sample'
import { setClock } from '../../sampleClock'
import { passphrase, quickCost } from '../../sealed'

const entry = sampleEntry({ title: 'first' })

async function twoDevices() {
  const clock = setClock()
  const [a, b] = [await freshFolder(), await freshFolder()]
  const begun = await openJournal({ folder: a, clock, knownBefore: false })
  await begun.entries.save(entry, 0)
  await begun.close()
  await cp(a, b, { recursive: true })
  const encryption = createJournalEncryption({ folder: () => a, clock, cost: quickCost })
  return { a, b, clock, encryption }
}

/** All that A has comes to B, and what it has no more goes. */
async function sync(a: string, b: string): Promise<void> {
  for (const name of await readdir(b)) if (name !== 'locks') await rm(join(b, name), { recursive: true })
  await cp(a, b, { recursive: true, filter: (path) => !path.includes('locks') })
}

test('turned on elsewhere: nothing is written in clear text beside the key file, and the save is refused', async () => {
  const { a, b, clock, encryption } = await twoDevices()
  const onB = await openJournal({ folder: b, clock, knownBefore: true })
  await (await encryption.prepare(passphrase)).turnOn(() => undefined)
  await sync(a, b)
  const refused = { code: 'lock-changed' }
  await expect(onB.entries.save(nextOf(entry, 'written on B'), 1)).rejects.toMatchObject(refused)
  await expect(onB.captures.add(madeCapture(7))).rejects.toMatchObject(refused)
  await expect(onB.settings.save(onB.settings.value)).rejects.toMatchObject(refused)
  expect(await onB.hasOtherLock()).toBe(true)
  await onB.close()
  expect((await readdir(b)).sort()).toEqual(['journal.json', 'lock.json', 'locks', 'sealed'])
})

test('turned off elsewhere: nothing sealed is left beside the plain journal', async () => {
  const { a, b, clock, encryption } = await twoDevices()
  await (await encryption.prepare(passphrase)).turnOn(() => undefined)
  await sync(a, b)
  const ofB = createJournalEncryption({ folder: () => b, clock, cost: quickCost })
  await ofB.unlock(passphrase)
  const onB = await openJournal({ folder: b, clock, knownBefore: true, vault: ofB.vault() })
  expect(await onB.hasOtherLock()).toBe(false)
  await encryption.turnOff(passphrase, () => undefined)
  await sync(a, b)
  await expect(onB.entries.save(nextOf(entry, 'written on B'), 1)).rejects.toMatchObject({ code: 'lock-changed' })
  expect(await onB.hasOtherLock()).toBe(true)
  await onB.close()
  expect(await readdir(b)).not.toContain('sealed')
})

test('another passphrase is the same lock', async () => {
  const { a, clock, encryption } = await twoDevices()
  await (await encryption.prepare(passphrase)).turnOn(() => undefined)
  const journal = await openJournal({ folder: a, clock, knownBefore: true, vault: encryption.vault() })
  await journal.entries.save(nextOf(entry, 'one'), 1)
  const other = createJournalEncryption({
    folder: () => a,
    clock,
    cost: quickCost,
    // As another computer's process.
    processes: { self: { host: 'bbbb', boot: 'b', space: 'c', pid: 1, started: '1' }, state: () => 'unknown' },
  })
  await other.unlock(passphrase)
  await other.changePassphrase(passphrase, 'another one')
  await journal.entries.save(nextOf(nextOf(entry, 'one'), 'two'), 2)
  await journal.close()
})
