/** Earlier states of entries: when they are kept, what they say, and that bringing one back loses nothing. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Entry } from '#shared/domain/entry/entry'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { type OpenJournal, openJournal } from '../../../src/main/storage/journal/openJournal'
import { kept, put } from '../copyFolder'
import { freshFolder } from '../freshFolder'
import { collected, nextOf, sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'

const first = sampleEntry()
const { id } = first
const code = (name: string) => expect.objectContaining({ name: 'Failure', code: name })

async function place() {
  const folder = await freshFolder()
  const clock = setClock()
  const journal = await openJournal({ folder, clock, knownBefore: false })
  return { ...journal, folder, clock }
}

/** Writes on, a state after the other, this many minutes apart. */
async function writeOn(
  { entries, clock }: Awaited<ReturnType<typeof place>>,
  texts: readonly string[],
  minutes: number,
) {
  let entry: Entry = await entries.read(id).catch(() => first)
  if (entry === first) await entries.save(first, 0)
  for (const text of texts) {
    clock.advance({ minutes })
    entry = nextOf(entry, text)
    await entries.save(entry, entry.revision - 1)
  }
  return entry
}

const texts = (count: number) => Array.from({ length: count }, (_, at) => `State ${at + 1}.`)
const said = async ({ history }: Pick<OpenJournal, 'history'>) =>
  await Promise.all(
    (await history.of(id)).versions.map(async (version) => (await history.read(id, version.id)).sections[0]?.text),
  )

test('within a sitting a state is kept every ten minutes', async () => {
  const here = await place()
  await writeOn(here, texts(24), 1)
  expect(await kept(here.folder)).toEqual(['State 19.', 'State 9.'])
  await here.close()
})

test('a pause of a quarter of an hour keeps what was there before it', async () => {
  const here = await place()
  await writeOn(here, ['a', 'b'], 1)
  await writeOn(here, ['c', 'd'], 15)
  expect(await kept(here.folder)).toEqual(['b', 'c'])
  await here.close()
})

test('the list is newest first, with the words of each; one that is damaged is left out', async () => {
  const here = await place()
  await writeOn(here, ['one', 'one two', 'one two three'], 11)
  const { record: entry, isInTrash, versions } = await here.history.of(id)
  expect([entry.revision, isInTrash]).toEqual([4, false])
  expect(versions.map(({ revision, words, isCopy }) => [revision, words, isCopy])).toEqual([
    [3, 2, false],
    [2, 1, false],
    [1, 7, false],
  ])
  expect(versions[0]?.updated).toEqual(first.updated)
  await writeFile(join(here.folder, 'versions', id, `${versions[1]?.id}.json`), '{')
  expect(await said(here)).toEqual(['one two', first.sections[0]?.text])
  await expect(here.history.read(id, versions[1]?.id ?? '')).rejects.toEqual(code('unreadable'))
  await expect(here.history.read(id, '1-20260101T000000000Z')).rejects.toEqual(code('not-found'))
  await expect(here.history.of(sampleId(9))).rejects.toEqual(code('not-found'))
  await here.close()
})

test('as a revision: the words of then, the day and the star of now, and what was there is a version', async () => {
  const here = await place()
  await writeOn(here, ['second'], 1)
  here.clock.advance({ minutes: 1 })
  const now = { ...nextOf(await here.entries.read(id), 'third', { day: '2026-03-05' }), starred: true, title: 'Titled' }
  await here.entries.save(now, 2)
  await here.close()
  // Of this sitting nothing was kept yet but its beginning.
  const again = await openJournal({ folder: here.folder, clock: here.clock, knownBefore: true })
  const later = nextOf(now, 'fourth')
  await again.entries.save(later, 3)
  const { versions } = await again.history.of(id)
  const version = versions[0]?.id ?? ''
  const back = await again.history.bring(id, { version, base: 4, as: 'revision' })
  expect(back).toMatchObject({ revision: 5, day: '2026-03-05', starred: true, title: 'Titled' })
  expect(back.updated).toEqual(here.clock.now())
  expect(await again.entries.read(id)).toEqual(back)
  expect(back.sections[0]?.text).toBe('third')
  expect(await said(again)).toEqual(['fourth', 'third'])
  await again.close()
})

test('an older version brings its title and leaves the day', async () => {
  const here = await place()
  await writeOn(here, ['second'], 11)
  const now = nextOf(await here.entries.read(id), 'third', { day: '2026-03-05', title: 'Titled' })
  await here.entries.save(now, 2)
  const oldest = (await here.history.of(id)).versions.at(-1)?.id ?? ''
  const back = await here.history.bring(id, { version: oldest, base: 3, as: 'revision' })
  expect(back).toMatchObject({ revision: 4, day: '2026-03-05', title: '', sections: first.sections })
  expect(await collected(here.entries.all())).toEqual([back])
  await here.close()
})

test('another base than what is there is a conflict, and nothing changes', async () => {
  const here = await place()
  await writeOn(here, ['second', 'third'], 11)
  const before = await here.entries.read(id)
  const version = (await here.history.of(id)).versions.at(-1)?.id ?? ''
  await expect(here.history.bring(id, { version, base: 2, as: 'revision' })).rejects.toEqual(code('conflict'))
  expect(await here.entries.read(id)).toEqual(before)
  const path = join(here.folder, 'entries', '2026', `${before.day}-${id}.json`)
  const theirs = { ...before, title: 'Of another program' }
  await writeFile(path, JSON.stringify(theirs))
  await expect(here.history.bring(id, { version, base: 3, as: 'revision' })).rejects.toEqual(code('conflict'))
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(theirs)
  await here.close()
})

test('as a copy: an entry of its own, once however often, and another one after it was written on', async () => {
  const here = await place()
  const now = await writeOn(here, ['second', 'third'], 11)
  const version = (await here.history.of(id)).versions.at(-1)?.id ?? ''
  const bring = () => here.history.bring(id, { version, base: 3, as: 'copy' })
  const copy = await bring()
  expect(copy).toEqual({ ...first, id: copy.id, revision: 1 })
  expect(await bring()).toEqual(copy)
  expect(await here.entries.read(id)).toEqual(now)
  expect((await collected(here.entries.all())).length).toBe(2)
  await here.entries.save(nextOf(copy, 'written on'), 1)
  expect((await bring()).id).not.toBe(copy.id)
  expect((await collected(here.entries.all())).length).toBe(3)
  await here.close()
})

test('of an entry in the trash versions are shown, and come back only as a copy', async () => {
  const here = await place()
  await writeOn(here, ['second'], 11)
  await here.entries.trash(id)
  const { record: entry, isInTrash, versions } = await here.history.of(id)
  expect([entry.revision, isInTrash, versions.length]).toEqual([2, true, 1])
  const version = versions[0]?.id ?? ''
  await expect(here.history.bring(id, { version, base: 2, as: 'revision' })).rejects.toEqual(code('not-found'))
  expect((await here.history.bring(id, { version, base: 2, as: 'copy' })).sections).toEqual(first.sections)
  expect((await here.entries.trashed()).length).toBe(1)
  await here.close()
})

test('an entry whose file is gone comes back from its newest readable version', async () => {
  const here = await place()
  await writeOn(here, ['second', 'third'], 11)
  await expect(here.history.bringMissing(id)).rejects.toEqual(code('conflict'))
  await rm(join(here.folder, 'entries', '2026', `${first.day}-${id}.json`))
  const back = await here.history.bringMissing(id)
  expect(back).toMatchObject({ revision: 2, sections: [{ text: 'second' }] })
  expect(await here.entries.read(id)).toEqual(back)
  await here.entries.trash(id)
  await expect(here.history.bringMissing(id)).rejects.toEqual(code('conflict'))
  await expect(here.history.bringMissing(sampleId(9))).rejects.toEqual(code('not-found'))
  await here.close()
})

test('all versions together stay within a limit; newest ones and copies of other programs stay', async () => {
  const here = await place()
  await writeOn(here, texts(5), 11)
  const copy = { ...nextOf(await here.entries.read(id), 'theirs'), title: 'Theirs' }
  await put(here.folder, `${first.day}-${id} (copy).json`, copy)
  const { copies } = await here.entries.copiesOf(id)
  await here.entries.resolveConflict(id, { copy: copies[0]?.copy ?? '', base: 6, choice: 'keep' })
  const all = await here.history.taken()
  const names = await readdir(join(here.folder, 'versions', id))
  const sizes = await Promise.all(
    names.map(async (name) => (await readFile(join(here.folder, 'versions', id, name))).length),
  )
  expect(all).toBe(sizes.reduce((sum, size) => sum + size))
  expect(await here.history.keepWithin(all)).toBe(all)
  const left = await here.history.keepWithin(all - 1)
  expect(left).toBeLessThan(all)
  expect(await said(here)).toEqual(['State 4.', 'State 3.', 'State 2.', 'State 1.', 'theirs'])
  expect(await here.history.keepWithin(0)).toBe(await here.history.taken())
  expect(await said(here)).toEqual(['State 4.', 'theirs'])
  await here.close()
})

test('when the newest version can not be read, the older ones are not dropped for room', async () => {
  const here = await place()
  await writeOn(here, texts(4), 11)
  const newest = (await here.history.of(id)).versions[0]?.id
  await writeFile(join(here.folder, 'versions', id, `${newest}.json`), 'damage')
  await here.history.keepWithin(0)
  expect(await said(here)).toEqual(['State 2.', 'State 1.', first.sections[0]?.text])
  await here.close()
})

test('what became the newest while room is made stays', async () => {
  const folder = await freshFolder()
  const clock = setClock()
  let lists = 0
  const list = async (path: string) => {
    const found = await nodeFiles.list(path)
    if (!path.endsWith(id) || !isMakingRoom || ++lists !== 2) return found
    // Between the look at all versions and the first that is dropped another program takes the newest away.
    const newest =
      found
        .map(({ name }) => name)
        .sort()
        .at(-1) ?? ''
    await rm(join(path, newest))
    return found.filter(({ name }) => name !== newest)
  }
  let isMakingRoom = false
  const journal = await openJournal({ folder, clock, knownBefore: false, files: { ...nodeFiles, list } })
  await writeOn({ ...journal, folder, clock }, texts(3), 11)
  isMakingRoom = true
  await journal.history.keepWithin(0)
  expect(await kept(folder)).toEqual(['State 1.'])
  await journal.close()
})
