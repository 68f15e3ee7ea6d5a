/** Settings that were changed here come back where a sync program put another device's change over them and left no copy. */
import { copyFile, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Settings } from '#shared/domain/settings/settings'
import { nodeDisk } from '../../../src/main/disk/disk'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { JournalFolder } from '../../../src/main/storage/layout/journalFolder'
import { giveUp } from '../../../src/main/storage/records/givenUp'
import { settingsKey } from '../../../src/main/storage/records/statePlace'
import { freshFolder } from '../freshFolder'
import { setClock } from '../sampleClock'
import { madeKey, passphrase, quickCost } from '../sealed'

/** Both begin from the same settings; `over` is the file that one has in place of the other's. */
async function twoDevices() {
  const clock = setClock()
  const [a, b, states] = [await freshFolder(), await freshFolder(), await freshFolder()]
  const onA = () => openJournal({ folder: a, clock, device: 'aa', states, knownBefore: false })
  const onB = () => openJournal({ folder: b, clock, device: 'bb', knownBefore: false })
  const change = async (open: typeof onA, ...changes: Partial<Settings>[]) => {
    const journal = await open()
    for (const one of changes) await journal.settings.change((value) => ({ ...value, ...one }))
    await journal.close()
  }
  await change(onA, { manager: 'Ines' })
  await cp(a, b, { recursive: true })
  const shown = async () => {
    const { settings, close } = await onA()
    await close()
    return settings.value
  }
  const over = () => copyFile(join(b, 'settings.json'), join(a, 'settings.json'))
  return { a, states, clock, onA, onB, change, shown, over }
}

test('of changes that were made apart both count', async () => {
  const { a, onA, onB, change, shown, over } = await twoDevices()
  await change(onA, { theme: 'dark' })
  await change(onB, { dayEnds: '03:00' })
  await over()
  expect(await shown()).toMatchObject({ manager: 'Ines', theme: 'dark', dayEnds: '03:00' })
  const revision = JSON.parse(await readFile(join(a, 'settings.json'), 'utf8')).revision
  expect(revision).toBe(3)
  expect(await shown()).toMatchObject({ theme: 'dark', dayEnds: '03:00' })
  expect((await readdir(a)).filter((name) => name.startsWith('settings'))).toEqual(['settings.json'])
})

test('whichever of them was changed more often', async () => {
  for (const [ours, theirs] of [
    [[{ theme: 'dark' }], [{ dayEnds: '03:00' }, { textSize: 'large' }]],
    [[{ theme: 'dark' }, { textSize: 'large' }], [{ dayEnds: '03:00' }]],
  ] as const) {
    const { onA, onB, change, shown, over } = await twoDevices()
    await change(onA, ...ours)
    await change(onB, ...theirs)
    await over()
    const all = { manager: 'Ines', theme: 'dark', textSize: 'large', dayEnds: '03:00' }
    expect(await shown()).toMatchObject(all)
    // The other device has nothing to add.
    await change(onB, {})
    expect(await shown()).toMatchObject(all)
  }
})

test('an earlier file that is put back is not another device’s, and neither is one without ours that this device wrote on', async () => {
  const { a, onA, change, shown } = await twoDevices()
  const settings = join(a, 'settings.json')
  const saves = async () => Object.entries(JSON.parse(await readFile(settings, 'utf8')).saves)
  const earlier = await readFile(settings)
  await change(onA, { theme: 'dark' })
  expect(await saves()).toEqual([['aa', 2]])
  await writeFile(settings, earlier)
  expect(await shown()).toMatchObject({ theme: 'system' })
  await change(onA, { textSize: 'large' })
  expect(await shown()).toMatchObject({ theme: 'system', textSize: 'large' })
  expect(await saves()).toEqual([
    ['aa', 1],
    [expect.stringMatching(/^aa\.[0-9a-f]{8}$/), 1],
  ])
})

test('where what was saved last can’t be read, the next changes count under another name', async () => {
  const { a, states, onA, change } = await twoDevices()
  const [kept = ''] = (await readdir(states, { recursive: true })).filter((name) => name.endsWith('settings.json'))
  await writeFile(join(states, kept), (await madeKey()).vault.seal(Buffer.from('{}'), 'of another lock'))
  for (const count of [1, 2]) {
    await change(onA, { manager: `${count}` })
    expect(Object.entries(JSON.parse(await readFile(join(a, 'settings.json'), 'utf8')).saves)).toEqual([
      ['aa', 1],
      [expect.stringMatching(/^aa\.[0-9a-f]{8}$/), count],
    ])
  }
})

test('what another device left behind by going back to a backup stays behind', async () => {
  const { a, onA, onB, change, shown, over } = await twoDevices()
  await change(onA, { theme: 'dark' })
  await change(onB, { dayEnds: '03:00' }, { textSize: 'large' })
  await over()
  await giveUp(new JournalFolder(nodeDisk(), a), settingsKey, { revision: 2 })
  expect(await shown()).toMatchObject({ theme: 'system', dayEnds: '03:00', textSize: 'large' })
})

test('of settings that no app has counted by device the number of changes says whether they were made apart', async () => {
  const { a, states, onA, onB, change, shown, over } = await twoDevices()
  await change(onA, { theme: 'dark' })
  const [kept = ''] = (await readdir(states, { recursive: true })).filter((name) => name.endsWith('settings.json'))
  const { saves, ...before } = JSON.parse(await readFile(join(states, kept), 'utf8'))
  expect(saves).toEqual({ aa: 2 })
  await writeFile(join(states, kept), JSON.stringify(before))
  await change(onB, { dayEnds: '03:00' }, { textSize: 'large' })
  await over()
  expect(await shown()).toMatchObject({ theme: 'system', dayEnds: '03:00', textSize: 'large' })
  expect((await readdir(a)).filter((name) => name.startsWith('settings'))).toEqual(['settings.json'])
})

test('also while the journal is open, when it is looked at again or changed', async () => {
  for (const how of ['look', 'change']) {
    const { onA, onB, change, over } = await twoDevices()
    const { settings, close } = await onA()
    await settings.change((value) => ({ ...value, theme: 'dark' }))
    await change(onB, { dayEnds: '03:00' })
    await over()
    if (how === 'look') expect(await settings.lookAgain()).toBe(true)
    else await settings.change((value) => ({ ...value, textSize: 'large' }))
    expect(settings.value, how).toMatchObject({ theme: 'dark', dayEnds: '03:00' })
    await close()
  }
})

test('what another device went on from is kept no longer, and stays as it made it', async () => {
  const { a, states, onA, onB, change, shown, over } = await twoDevices()
  await change(onB, { manager: 'Noor' })
  await over()
  expect(await shown()).toMatchObject({ manager: 'Noor' })
  const names = async () =>
    (await readdir(states, { recursive: true })).filter((name) => name.endsWith('settings.json'))
  expect(await names()).toEqual([])
  await change(onA, { theme: 'dark' })
  expect(await names()).toHaveLength(1)
  expect(await shown()).toMatchObject({ manager: 'Noor', theme: 'dark' })
  expect(await names()).toHaveLength(1)
  expect(await readdir(join(a, 'versions', 'settings'))).not.toEqual([])
})

test('with a lock they are sealed, and come back', async () => {
  const { a, states, clock, onA, change } = await twoDevices()
  await change(onA, { manager: 'Zaunkönig' })
  const encryption = createJournalEncryption({ folder: () => a, clock, cost: quickCost })
  await (await encryption.prepare(passphrase)).turnOn(() => undefined)
  const locked = () =>
    openJournal({ folder: a, clock, device: 'aa', states, knownBefore: true, vault: encryption.vault() })
  const sealed = join(a, 'sealed', 'settings.json')
  const theirs = await freshFolder()
  await mkdir(theirs, { recursive: true })
  await copyFile(sealed, join(theirs, 'begun'))
  await change(locked, { manager: 'Zaunkönig', theme: 'dark' })
  await copyFile(sealed, join(theirs, 'ours'))
  for (const name of await readdir(states, { recursive: true }))
    if (name.endsWith('.json')) expect(await readFile(join(states, name), 'utf8')).not.toContain('Zaunk')
  const other = () => openJournal({ folder: a, clock, device: 'bb', knownBefore: true, vault: encryption.vault() })
  await copyFile(join(theirs, 'begun'), sealed)
  await change(other, { dayEnds: '03:00' })
  const { settings, close } = await locked()
  expect(settings.value).toMatchObject({ manager: 'Zaunkönig', theme: 'dark', dayEnds: '03:00' })
  await close()
})
