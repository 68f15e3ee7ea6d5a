/** Two devices that write on one page apart, and what a sync program makes of their files. */
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Notice } from '#shared/contract/health'
import type { Entry } from '#shared/domain/entry/entry'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { entryKind } from '../../../src/main/storage/kinds/entryKind'
import { recordPlace } from '../../../src/main/storage/records/recordFiles'
import { freshFolder } from '../freshFolder'
import { collected, nextOf, sampleEntry } from '../sample'
import { setClock } from '../sampleClock'

const first = sampleEntry({ title: 'first' })
const pathOf = (folder: string, { day, id }: Pick<Entry, 'day' | 'id'>) =>
  join(folder, ...recordPlace(entryKind, day, id))

async function twoDevices() {
  const clock = setClock()
  const [a, b] = [await freshFolder(), await freshFolder()]
  const open = (folder: string, device: string) => openJournal({ folder, clock, device, knownBefore: false })
  const begun = await open(a, 'aa')
  await begun.entries.save(first, 0)
  await begun.close()
  await cp(a, b, { recursive: true })
  return { a, b, onA: () => open(a, 'aa'), onB: () => open(b, 'bb'), clock }
}

/** Saves a title after the other on what is there, the last one as given. */
async function write(open: () => ReturnType<typeof openJournal>, ...states: Partial<Entry>[]): Promise<Entry> {
  const journal = await open()
  let entry = await journal.entries.read(first.id)
  for (const state of states) {
    const { revision } = entry
    const next = { ...entry, ...state, revision: revision + 1 }
    await journal.entries.save(next, revision)
    entry = next
  }
  await journal.close()
  return entry
}

async function shown(open: () => ReturnType<typeof openJournal>) {
  const journal = await open()
  const notices: Notice[] = []
  journal.entries.onNotice((notice) => void notices.push(notice))
  const [entry, ...others] = await collected(journal.entries.all())
  const { copies } = await journal.entries.copiesOf(first.id)
  await journal.close()
  return { entry, others, notices, waiting: copies.map(({ record }) => record.title) }
}

test('a page moved to another day here and written on there: both wait for a choice, whichever has more revisions', async () => {
  const { a, b, onA, onB } = await twoDevices()
  const moved = await write(onA, { title: 'a1' }, { title: 'a2' }, { title: 'a3', day: '2026-03-05' })
  await write(onB, { title: 'written on B' })
  // The sync brings A's new file to B, and the removal of A's old one loses against B's change.
  await copyFile(pathOf(b, first), pathOf(a, first))
  const onFirst = await shown(onA)
  expect(onFirst).toMatchObject({ entry: { title: 'a3', day: moved.day }, others: [], waiting: ['written on B'] })
  expect(onFirst.notices).toMatchObject([{ kind: 'copy', record: first.id, recordKind: 'entry' }])
})

/** On A the page as A wrote it, and B's own file of another day beside it. */
async function apartOnOtherDay() {
  const both = await twoDevices()
  const { a, b, onA, onB } = both
  const there = { ...first, day: '2026-03-05' }
  await write(onA, { title: 'a1' }, { title: 'a2' })
  await write(onB, { title: 'b1', day: there.day })
  const moved = join(dirname(pathOf(a, first)), basename(pathOf(b, there)))
  await copyFile(pathOf(b, there), moved)
  return { ...both, moved }
}

test('a state that takes the place of ours overwrites none that was written apart and lies where it belongs', async () => {
  const { a, onA, moved } = await apartOnOtherDay()
  const [c, clock] = [await freshFolder(), setClock()]
  await cp(a, c, { recursive: true })
  await rm(join(c, 'entries', '2026', basename(moved)))
  await write(() => openJournal({ folder: c, clock, device: 'cc', knownBefore: false }), {
    title: 'c1',
    day: '2026-03-05',
  })
  const journal = await onA()
  const files = new Set<string>()
  journal.entries.onNotice(
    ({ file }) => void files.add(file),
    ({ file }) => void files.delete(file),
  )
  await collected(journal.entries.all())
  expect([...files]).toEqual([`entries/2026/${basename(moved)}`])
  await copyFile(join(c, 'entries', '2026', basename(moved)), moved.replace('.json', ' (conflicted copy).json'))
  await collected(journal.entries.all())
  // It is told by the name that it has from here on.
  expect([...files]).toEqual([expect.stringContaining('(apart ')])
  await journal.close()
  for (let looks = 0; looks < 2; looks++)
    expect(await shown(onA)).toMatchObject({ entry: { title: 'c1', day: '2026-03-05' }, waiting: ['b1'] })
})

test('one that was written apart on another day can be taken', async () => {
  const { onA } = await apartOnOtherDay()
  const journal = await onA()
  const { copies, record } = await journal.entries.copiesOf(first.id)
  await journal.entries.resolveConflict(first.id, {
    copy: copies[0]?.copy ?? '',
    base: record.revision,
    choice: 'take',
  })
  await journal.close()
  expect(await shown(onA)).toMatchObject({ entry: { title: 'b1', day: '2026-03-05' }, others: [], waiting: [] })
})

test('what was chosen counts wherever the other file turns up again', async () => {
  const { a, b, onA, onB } = await twoDevices()
  await write(onA, { title: 'a0' }, { title: 'a1', day: '2026-03-05' })
  await write(onB, { title: 'written on B' })
  await copyFile(pathOf(b, first), pathOf(a, first))
  const journal = await onA()
  const { copies, record } = await journal.entries.copiesOf(first.id)
  await journal.entries.resolveConflict(first.id, {
    copy: copies[0]?.copy ?? '',
    base: record.revision,
    choice: 'keep',
  })
  await journal.close()
  expect(await shown(onA)).toMatchObject({ entry: { title: 'a1' }, waiting: [], notices: [] })
  // B's file comes once more, late.
  await copyFile(pathOf(b, first), pathOf(a, first))
  expect(await shown(onA)).toMatchObject({ entry: { title: 'a1' }, waiting: [] })
  expect((await readdir(join(a, 'versions', first.id))).some((name) => name.startsWith('copy-'))).toBe(true)
})

test('a copy that continues ours is the page, without a question', async () => {
  const { a, b, onA, onB } = await twoDevices()
  await write(onB, { title: 'b1' }, { title: 'b2' })
  await copyFile(pathOf(b, first), pathOf(a, first).replace('.json', ' (conflicted copy).json'))
  expect(await shown(onA)).toMatchObject({ entry: { title: 'b2' }, waiting: [], notices: [] })
  expect(await readdir(dirname(pathOf(a, first)))).toHaveLength(1)
})

test('what comes between the look and the rename is not overwritten', async () => {
  const { a, b, onB, clock } = await twoDevices()
  await write(onB, { title: 'written on B' })
  let isSaving = false
  const files = {
    ...nodeFiles,
    create: async (path: string) => {
      const file = await nodeFiles.create(path)
      if (!isSaving) return file
      return {
        ...file,
        // At the last moment: the new file is whole, and not yet in its place.
        close: async () => {
          await file.close()
          isSaving = false
          await copyFile(pathOf(b, first), pathOf(a, first))
        },
      }
    },
  }
  const journal = await openJournal({ folder: a, files, clock, device: 'aa', knownBefore: true })
  const entry = await journal.entries.read(first.id)
  await journal.entries.save(nextOf(entry, 'kept first'), 1)
  isSaving = true
  await expect(journal.entries.save({ ...nextOf(entry, 'A'), revision: 3 }, 2)).rejects.toMatchObject({
    code: 'conflict',
  })
  await journal.close()
  const again = await openJournal({ folder: a, clock, device: 'aa', knownBefore: true })
  expect((await again.entries.read(first.id)).title).toBe('written on B')
  await again.close()
  await rm(b, { recursive: true })
})

test('a stale file in the trash takes nothing of the page that has another day by now', async () => {
  const { a, onA, clock } = await twoDevices()
  const journal = await onA()
  await journal.entries.trash(first.id)
  const [stale = ''] = (await readdir(join(a, 'trash'))).filter((name) => name.includes(first.id))
  const bytes = await readFile(join(a, 'trash', stale))
  await journal.entries.restore(first.id)
  clock.advance({ hours: 1 })
  await journal.entries.save({ ...first, title: 'on another day', day: '2026-03-09', revision: 2 }, 1)
  await writeFile(join(a, 'trash', stale), bytes)
  await journal.entries.erase(first.id)
  expect((await journal.entries.read(first.id)).title).toBe('on another day')
  expect((await journal.history.of(first.id)).versions.length).toBeGreaterThan(0)
  await journal.close()
})

/** Both threw away what they had written apart. */
async function bothInTrash() {
  const devices = await twoDevices()
  const { a, b, onA, onB } = devices
  await write(onA, { title: 'a1' }, { title: 'a2' })
  await write(onB, { title: 'written on B' })
  for (const open of [onA, onB]) {
    const journal = await open()
    await journal.entries.trash(first.id)
    await journal.close()
  }
  const [ofB = ''] = (await readdir(join(b, 'trash'))).filter((name) => name.includes(first.id))
  await copyFile(join(b, 'trash', ofB), join(a, 'trash', ofB.replace(/\.\d{8}T\d{9}Z/, '.20260302T080000001Z')))
  return devices
}

test('of two states in the trash both are listed, and what goes is the one that was meant', async () => {
  for (const [at, left] of [
    [undefined, 'written on B'],
    ['2026-03-02T08:00:00Z', 'written on B'],
    ['2026-03-02T08:00:00.001Z', 'a2'],
  ] as const) {
    const { onA } = await bothInTrash()
    const journal = await onA()
    const titles = async () => (await journal.entries.trashed()).map(({ record }) => record.title)
    expect(await titles()).toEqual(['a2', 'written on B'])
    await journal.entries.erase(first.id, at)
    expect(await titles()).toEqual([left])
    await journal.entries.erase(first.id)
    expect(await titles()).toEqual([])
    await journal.close()
  }
})

test('of two states in the trash each is erased after 30 days of its own', async () => {
  const { a, clock } = await bothInTrash()
  const trash = join(a, 'trash')
  const [ofA = ''] = await readdir(trash)
  const bytes = await readFile(join(trash, ofA))
  await rm(join(trash, ofA))
  const left: string[][] = []
  for (let week = 1; week <= 6; week++) {
    clock.advance({ days: 7 })
    if (week === 3) await writeFile(join(trash, ofA.replace(/\.\d{8}T\d{9}Z/, '.20260323T080000000Z')), bytes)
    const journal = await openJournal({ folder: a, clock, device: 'aa', states: `${a}-states`, knownBefore: true })
    left.push((await journal.entries.trashed()).map(({ record }) => record.title))
    await journal.close()
  }
  expect(left.slice(-2)).toEqual([['a2', 'written on B'], ['a2']])
})

test('of two states in the trash the one that was meant comes back, and the other is its second version', async () => {
  const { onA } = await bothInTrash()
  const journal = await onA()
  expect((await journal.entries.restore(first.id, '2026-03-02T08:00:00.001Z')).title).toBe('written on B')
  expect(await journal.entries.trashed()).toEqual([])
  await journal.close()
  expect(await shown(onA)).toMatchObject({ entry: { title: 'written on B' }, waiting: ['a2'] })
})

test('a page in the trash that another device wrote on apart is a second version of the one that is back', async () => {
  const { a, b, onA, onB } = await twoDevices()
  await write(onA, { title: 'a1' }, { title: 'a2' })
  const onTrash = await onA()
  await onTrash.entries.trash(first.id)
  await onTrash.close()
  await write(onB, { title: 'written on B' })
  await copyFile(pathOf(b, first), pathOf(a, first))
  const journal = await onA()
  expect(await journal.entries.trashed()).toEqual([])
  await journal.close()
  expect(await shown(onA)).toMatchObject({ entry: { title: 'written on B' }, waiting: ['a2'] })
})

test('a save on what another device made apart does not pass for what this one had saved before', async () => {
  const { a, b, onA, onB } = await twoDevices()
  await write(onA, { title: 'a1' })
  // By revision B's is the page, wherever both lie.
  await write(onB, { title: 'b1' }, { title: 'b2', day: '2026-03-05' })
  const moved = join(dirname(pathOf(a, first)), basename(pathOf(b, { ...first, day: '2026-03-05' })))
  await copyFile(pathOf(b, { ...first, day: '2026-03-05' }), moved)
  expect(await shown(onA)).toMatchObject({ entry: { title: 'b2' }, waiting: ['a1'] })
  await write(onA, { title: 'written on after b2' })
  expect(await shown(onA)).toMatchObject({ entry: { title: 'written on after b2' }, waiting: ['a1'] })
})

test('a save on a page that the sync has just removed is no earlier state of the one that comes to the trash', async () => {
  const { a, onA } = await twoDevices()
  await write(onA, { title: 'a1' }, { title: 'a2' })
  const journal = await onA()
  const page = await journal.entries.read(first.id)
  const thrownAway = await readFile(pathOf(a, first))
  await rm(pathOf(a, first))
  await journal.entries.save({ ...page, title: 'typed on', revision: page.revision + 1 }, page.revision)
  await mkdir(join(a, 'trash'), { recursive: true })
  await writeFile(join(a, 'trash', `2026-03-02-${first.id}.20260302T080000001Z.json`), thrownAway)
  expect(await journal.entries.trashed()).toEqual([])
  await journal.close()
  expect(await shown(onA)).toMatchObject({ entry: { title: 'typed on' }, waiting: ['a2'] })
})
