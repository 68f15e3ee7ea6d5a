/** What this device saved last comes back where a sync program put another device's file over it and left no copy. */
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Entry } from '#shared/domain/entry/entry'
import { nodeDisk } from '../../../src/main/disk/disk'
import { isOldForm } from '../../../src/main/storage/encryption/cipher/fileCipher'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { entryKind } from '../../../src/main/storage/kinds/entryKind'
import { LastStates } from '../../../src/main/storage/records/lastStates'
import { recordPlace } from '../../../src/main/storage/records/recordFiles'
import { freshFolder } from '../freshFolder'
import { sealedBefore } from '../oldForm'
import { collected, sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { madeKey, passphrase, quickCost } from '../sealed'

const first = sampleEntry({ title: 'first' })
const pathOf = (folder: string, { day, id }: Pick<Entry, 'day' | 'id'> = first) =>
  join(folder, ...recordPlace(entryKind, day, id))

async function twoDevices() {
  const clock = setClock()
  const [a, b, states] = [await freshFolder(), await freshFolder(), await freshFolder()]
  const onA = () => openJournal({ folder: a, clock, device: 'aa', states, knownBefore: false })
  const onB = () => openJournal({ folder: b, clock, device: 'bb', knownBefore: false })
  const begun = await onA()
  await begun.entries.save(first, 0)
  await begun.close()
  await cp(a, b, { recursive: true })
  return { a, b, states, onA, onB, clock }
}

type Open = () => ReturnType<typeof openJournal>

async function write(open: Open, ...titles: string[]): Promise<Entry> {
  const journal = await open()
  let entry = await journal.entries.read(first.id)
  for (const title of titles) {
    const next = { ...entry, title, revision: entry.revision + 1 }
    await journal.entries.save(next, entry.revision)
    entry = next
  }
  await journal.close()
  return entry
}

/** What is shown once the states were looked at, and whether anything was brought back. */
async function looked(open: Open) {
  const journal = await open()
  const back = await journal.lookAtLastStates()
  const titles = (await collected(journal.entries.all())).map(({ title }) => title)
  const waiting = await journal.entries.copiesOf(first.id).then(
    ({ copies }) => copies.map(({ record }) => record.title),
    () => [],
  )
  await journal.close()
  return { back: back.length, titles, waiting }
}

async function kept(states: string): Promise<string[]> {
  const found = await readdir(states, { recursive: true }).catch(() => [])
  return found.filter((name) => name.endsWith('.json'))
}

test('words made apart wait for a choice, once', async () => {
  const { a, b, onA, onB } = await twoDevices()
  await write(onA, 'a1', 'a2')
  await write(onB, 'written on B')
  await copyFile(pathOf(b), pathOf(a))
  expect(await looked(onA)).toEqual({ back: 1, titles: ['written on B'], waiting: ['a2'] })
  expect(await looked(onA)).toEqual({ back: 0, titles: ['written on B'], waiting: ['a2'] })
  expect((await readdir(join(a, 'entries', '2026'))).length).toBe(2)
})

test('a save on what the sync put over ours does not pass for ours: it still comes back', async () => {
  const { a, b, onA, onB } = await twoDevices()
  await write(onA, 'a1')
  await write(onB, 'written on B')
  await copyFile(pathOf(b), pathOf(a))
  // Opened while the other file was half written, the look at the start found nothing to judge.
  await write(onA, 'on top of it')
  expect(await looked(onA)).toEqual({ back: 1, titles: ['on top of it'], waiting: ['a1'] })
})

test('words that wait as a conflict copy are not brought back a second time', async () => {
  const { a, b, onA, onB } = await twoDevices()
  await write(onA, 'a1', 'a2')
  await write(onB, 'written on B')
  await copyFile(pathOf(a), pathOf(a).replace('.json', ' (1).json'))
  await copyFile(pathOf(b), pathOf(a))
  expect(await looked(onA)).toEqual({ back: 0, titles: ['written on B'], waiting: ['a2'] })
  await rm(pathOf(a).replace('.json', ' (1).json'))
  expect(await looked(onA)).toEqual({ back: 1, titles: ['written on B'], waiting: ['a2'] })
})

test('an older file over ours is put right without a question', async () => {
  const { a, b, onA } = await twoDevices()
  await write(onA, 'a1', 'a2')
  await copyFile(pathOf(b), pathOf(a))
  expect(await looked(onA)).toEqual({ back: 1, titles: ['a2'], waiting: [] })
  expect(await looked(onA)).toEqual({ back: 0, titles: ['a2'], waiting: [] })
})

test('a page that was chosen here is the last state, too', async () => {
  const { a, b, onA, onB } = await twoDevices()
  await write(onA, 'a1', 'a2')
  await write(onB, 'b1')
  await copyFile(pathOf(b), pathOf(a).replace('.json', ' (1).json'))
  const journal = await onA()
  const { copies, record } = await journal.entries.copiesOf(first.id)
  await journal.entries.resolveConflict(first.id, {
    copy: copies[0]?.copy ?? '',
    base: record.revision,
    choice: 'keep',
  })
  await journal.close()
  expect(await looked(onA)).toEqual({ back: 0, titles: ['a2'], waiting: [] })
  // The choice has not reached the other device, which goes on from its own.
  await write(onB, 'b2')
  await copyFile(pathOf(b), pathOf(a))
  expect(await looked(onA)).toEqual({ back: 1, titles: ['b2'], waiting: ['a2'] })
})

test('once another device goes on from it, it is kept no longer; as long as ours lies there, it is', async () => {
  const { a, b, states, onA, onB } = await twoDevices()
  await write(onA, 'a1')
  expect(await looked(onA)).toMatchObject({ back: 0, titles: ['a1'] })
  expect(await kept(states)).toHaveLength(1)
  await copyFile(pathOf(a), pathOf(b))
  await write(onB, 'b1')
  await copyFile(pathOf(b), pathOf(a))
  expect(await looked(onA)).toMatchObject({ back: 0, titles: ['b1'] })
  expect(await kept(states)).toEqual([])
})

test('what a person removed stays away: erased here, gone there, or in the trash with all that was saved', async () => {
  const { a, onA } = await twoDevices()
  await write(onA, 'a1')
  const journal = await onA()
  await journal.entries.trash(first.id)
  await journal.close()
  expect(await looked(onA)).toMatchObject({ back: 0, titles: [] })
  await rm(join(a, 'trash'), { recursive: true })
  expect(await looked(onA)).toMatchObject({ back: 0, titles: [] })
})

test('another device threw away what it had, without ours: the page is back with our words', async () => {
  const { a, b, onA, onB } = await twoDevices()
  await write(onA, 'a1', 'a2')
  const journal = await onB()
  await journal.entries.trash(first.id)
  await journal.close()
  await rm(pathOf(a))
  await cp(join(b, 'trash'), join(a, 'trash'), { recursive: true })
  expect(await looked(onA)).toMatchObject({ back: 1, titles: ['a2'] })
})

test('what was erased on another device with all that was saved here is not brought back beside another state; what was saved since is', async () => {
  const { a, b, onA, onB } = await twoDevices()
  await write(onA, 'a1')
  await write(onB, 'written on B')
  const bytes = await readFile(pathOf(a))
  let journal = await onB()
  await journal.entries.trash(first.id)
  await journal.close()
  // Thrown away on A as well, apart.
  const [name = ''] = (await readdir(join(b, 'trash'))).filter((one) => one.includes(first.id))
  await writeFile(join(b, 'trash', name.replace(/\.\d{8}T/, '.20250101T')), bytes)
  journal = await onB()
  const ours = (await journal.entries.trashed()).find(({ record }) => record.title === 'a1')
  await journal.entries.erase(first.id, ours?.trashedAt)
  await journal.entries.restore(first.id)
  await journal.close()
  await cp(join(b, 'trash', 'given-up'), join(a, 'trash', 'given-up'), { recursive: true })
  await copyFile(pathOf(b), pathOf(a))
  expect(await looked(onA)).toEqual({ back: 0, titles: ['written on B'], waiting: [] })
  await writeFile(pathOf(a), bytes)
  await write(onA, 'a2')
  await copyFile(pathOf(b), pathOf(a))
  expect(await looked(onA)).toEqual({ back: 1, titles: ['written on B'], waiting: ['a2'] })
})

test('with a lock it is sealed, also what was kept before', async () => {
  const { a, states, onA, clock } = await twoDevices()
  await write(onA, 'Zaunkönig')
  const [name = ''] = await kept(states)
  expect(await readFile(join(states, name), 'utf8')).toContain('Zaunkönig')
  const encryption = createJournalEncryption({ folder: () => a, clock, cost: quickCost })
  await (await encryption.prepare(passphrase)).turnOn(() => undefined)
  const locked = () =>
    openJournal({ folder: a, clock, device: 'aa', states, knownBefore: true, vault: encryption.vault() })
  const before = await readFile(join(a, 'sealed', ...recordPlace(entryKind, first.day, first.id)))
  await (await locked()).close()
  expect((await readFile(join(states, name))).includes('Zaunk')).toBe(false)
  await write(locked, 'Zaunkönig again')
  expect((await readFile(join(states, name))).includes('Zaunk')).toBe(false)
  // The sealed file of before comes back over ours.
  await writeFile(join(a, 'sealed', ...recordPlace(entryKind, first.day, first.id)), before)
  expect(await looked(locked)).toMatchObject({ back: 1, titles: ['Zaunkönig again'] })
})

test('one that was sealed before files said what they are of is sealed anew; one of another key stays', async () => {
  const states = await freshFolder()
  const [own, other] = [(await madeKey()).vault, (await madeKey()).vault]
  const bytes = Buffer.from(JSON.stringify(first))
  const path = (number: number) => join(states, `entry-${sampleId(number)}.json`)
  await mkdir(states, { recursive: true })
  await writeFile(join(states, `entry-${first.id}.json`), sealedBefore(own, bytes))
  const foreign = sealedBefore(other, bytes)
  await writeFile(path(8), foreign)
  // Of another record, put under this one's name.
  await writeFile(path(9), own.seal(bytes, `last state entry-${first.id}.json`))
  const last = new LastStates(nodeDisk(), states, own)
  await last.seal()
  expect(isOldForm(await readFile(join(states, `entry-${first.id}.json`)))).toBe(false)
  expect(await readFile(path(8))).toEqual(foreign)
  expect((await last.of(entryKind)).map(({ state }) => state.id)).toEqual([first.id])
})

test('of two lines of one page neither is lost: the second does not take the place of the first', async () => {
  const { a, b, states, onA, onB } = await twoDevices()
  await write(onA, 'a1', 'a2')
  const begun = await readFile(pathOf(b))
  await write(onB, 'b1')
  await copyFile(pathOf(b), pathOf(a))
  // Before anyone looked for it the person goes on from what is shown.
  await write(onA, 'b1 and more')
  expect(await kept(states)).toHaveLength(2)
  await writeFile(pathOf(a), begun)
  const { titles, waiting } = await looked(onA)
  expect([...titles, ...waiting].sort()).toEqual(['a2', 'b1 and more'])
  // Also when both are saved before either is written there.
  const { a: c, onA: onC, states: others } = await twoDevices()
  const journal = await onC()
  const page = await journal.entries.read(first.id)
  await journal.entries.save({ ...page, title: 'c1', revision: page.revision + 1 }, page.revision)
  await writeFile(pathOf(c), begun)
  const shown = await journal.entries.read(first.id)
  await journal.entries.save({ ...shown, title: 'c2', revision: shown.revision + 1 }, shown.revision)
  await journal.close()
  expect(await kept(others)).toHaveLength(2)
})
