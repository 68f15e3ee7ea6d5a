/** A file that another program still writes in place is no damaged one. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { entryKind } from '../../../src/main/storage/kinds/entryKind'
import { recordPlace } from '../../../src/main/storage/records/recordFiles'
import { madeCapture } from '../../services/made'
import { freshFolder } from '../freshFolder'
import { collected, nextOf, sampleEntry } from '../sample'
import { setClock } from '../sampleClock'

const entry = sampleEntry({ title: 'whole' })

/** `writing` is called while the journal waits: as another program goes on. */
async function journalWith(writing: (folder: string, at: number) => Promise<void>) {
  const folder = await freshFolder()
  const clock = setClock()
  const first = await openJournal({ folder, clock, knownBefore: false })
  await first.entries.save(entry, 0)
  clock.advance({ hours: 1 })
  await first.entries.save(nextOf(entry, 'Other words'), 1)
  await first.captures.add(madeCapture(7))
  await first.close()
  let at = 0
  const wait = async () => writing(folder, at++)
  return { folder, open: () => openJournal({ folder, clock, knownBefore: true, steadyFor: 5_000, wait }) }
}

const pathOf = (folder: string) => join(folder, ...recordPlace(entryKind, entry.day, entry.id))
const setAside = (folder: string) => readdir(join(folder, 'quarantine')).catch(() => [])

test('one that is whole by the next look is read, and nothing is moved', async () => {
  let whole = Buffer.from('')
  const { folder, open } = await journalWith(async () => writeFile(pathOf(folder), whole))
  whole = await readFile(pathOf(folder))
  await writeFile(pathOf(folder), whole.subarray(0, 100))
  const journal = await open()
  expect((await collected(journal.entries.all())).map(({ revision }) => revision)).toEqual([2])
  await journal.close()
  expect(await readFile(pathOf(folder))).toEqual(whole)
  expect(await setAside(folder)).toEqual([])
})

test('one that goes on changing is left alone; the last good state does not take its place', async () => {
  const { folder, open } = await journalWith(async (place, at) => writeFile(pathOf(place), `{ part ${at}`))
  await writeFile(pathOf(folder), '{')
  const journal = await open()
  expect(await collected(journal.entries.all())).toEqual([])
  await expect(journal.entries.save(nextOf(nextOf(entry, 'x'), 'y'), 2)).rejects.toMatchObject({
    code: 'being-written',
  })
  await journal.close()
  expect(await readFile(pathOf(folder), 'utf8')).toMatch(/^\{ part \d+$/)
  expect(await setAside(folder)).toEqual([])
})

test('one that stays as it is is damaged, and the last good state takes its place', async () => {
  const { folder, open } = await journalWith(async () => undefined)
  await writeFile(pathOf(folder), '{ half of it')
  const journal = await open()
  expect((await collected(journal.entries.all())).map(({ revision }) => revision)).toEqual([1])
  await journal.close()
  expect(await setAside(folder)).toHaveLength(1)
})

test.each(['captures/2026/2026-03-02.json', 'settings.json'])('the same holds for %s', async (name) => {
  let whole = Buffer.from('')
  const { folder, open } = await journalWith(async (place) => writeFile(join(place, name), whole))
  const before = await open()
  await before.settings.save({ ...before.settings.value, manager: 'Dana' })
  await before.close()
  whole = await readFile(join(folder, name))
  await writeFile(join(folder, name), whole.subarray(0, 30))
  const journal = await open()
  expect(journal.settings.value.manager).toBe('Dana')
  expect(await journal.captures.ofDay('2026-03-02')).toHaveLength(1)
  await journal.close()
  expect(await setAside(folder)).toEqual([])
})

test.each([
  'entries/2026/2026-03-02-01950001-0000-7000-8000-000000000001.json',
  'captures/2026/2026-03-02.json',
  'settings.json',
])('%s is whole once its writing has ended, and is not damaged for staying so', async (name) => {
  let whole = Buffer.from('')
  const { folder, open } = await journalWith(async (place, at) => {
    if (at === 0) await writeFile(join(place, name), whole)
  })
  const before = await open()
  await before.settings.save({ ...before.settings.value, manager: 'Dana' })
  await before.close()
  whole = await readFile(join(folder, name))
  await writeFile(join(folder, name), whole.subarray(0, 30))
  const journal = await open()
  expect(journal.settings.value.manager).toBe('Dana')
  expect((await collected(journal.entries.all())).map(({ revision }) => revision)).toEqual([2])
  expect(await journal.captures.ofDay('2026-03-02')).toHaveLength(1)
  await journal.close()
  expect(await readFile(join(folder, name))).toEqual(whole)
  expect(await setAside(folder)).toEqual([])
})
