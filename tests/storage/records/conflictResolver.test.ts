/** What a person chooses for a second version of an entry: done as said, and both versions stay. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CopyChoice } from '#shared/domain/entry/copy'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { kept, list, named, open, own, place, put } from '../copyFolder'
import { begun, namings, ours, theirs } from '../copyPlace'
import { freshFolder } from '../freshFolder'
import { collected, nextOf, sampleId } from '../sample'
import { setClock } from '../sampleClock'

const { id, day } = begun
const code = (code: string) => expect.objectContaining({ name: 'Failure', code })
const naming = namings[0]

async function settled(folder: string, choice: CopyChoice) {
  const journal = await open(folder)
  const { record: entry, copies } = await journal.entries.copiesOf(id)
  const [first] = copies
  if (!first) throw new Error('no copy')
  const resolution = { copy: first.copy, base: entry.revision, choice }
  return { ...journal, resolution, changed: await journal.entries.resolveConflict(id, resolution) }
}

describe('the person chooses', () => {
  test('to keep the page: the copy goes to the versions', async () => {
    const folder = await place({ [named(naming)]: { ...theirs, revision: 9 } })
    const { entries, changed, resolution, close } = await settled(folder, 'keep')
    expect(changed).toEqual([])
    expect(await collected(entries.all())).toEqual([ours])
    expect(await kept(folder)).toEqual(['Written on the other computer.'])
    expect((await entries.copiesOf(id)).copies).toEqual([])
    await expect(entries.resolveConflict(id, resolution)).rejects.toEqual(code('not-found'))
    await close()
    expect(await list(folder, 'entries/2026')).toEqual([own])
  })

  test('to take the copy: it is the next revision, and ours is kept', async () => {
    const copy = { ...theirs, revision: 9, extra: 'unknown' }
    const folder = await place({ [named(naming)]: copy })
    const { entries, changed, close } = await settled(folder, 'take')
    const now = { at: '2026-03-02T12:00:00Z', zone: 'Europe/Berlin' }
    expect(changed).toEqual([{ ...copy, revision: 3, updated: now }])
    expect(await entries.read(id)).toEqual(changed[0])
    expect(await kept(folder)).toEqual(['Written here.', 'Written on the other computer.'])
    await entries.save(nextOf(changed[0] ?? ours, 'And on.'), 3)
    await close()
    expect(await list(folder, 'entries/2026')).toEqual([own])
  })

  test('to take the copy within a sitting: ours is kept all the same', async () => {
    const folder = await freshFolder()
    const { entries, close } = await open(folder)
    await entries.save(begun, 0)
    await entries.save(ours, 1)
    await put(folder, named(naming), theirs)
    const { copies } = await entries.copiesOf(id)
    await entries.resolveConflict(id, { copy: copies[0]?.copy ?? '', base: 2, choice: 'take' })
    expect(await kept(folder)).toEqual(['Written here.', 'Written on the other computer.'])
    await close()
  })

  test('to take a copy of another day: the entry moves there', async () => {
    const folder = await place({ [named(naming)]: { ...theirs, day: '2025-12-31' } })
    const { entries, close } = await settled(folder, 'take')
    expect(await entries.ofDay(day)).toEqual([])
    expect((await entries.ofDay('2025-12-31')).map(({ revision }) => revision)).toEqual([3])
    await close()
    expect(await list(folder, 'entries/2026')).toEqual([])
  })

  test('to keep both: the copy is an entry of its own, once, however often it comes back', async () => {
    const folder = await place({ [named(naming)]: theirs })
    const { entries, changed, close } = await settled(folder, 'both')
    const [made] = changed
    expect(made).toEqual({ ...theirs, id: made?.id, revision: 1 })
    expect(made?.id).not.toBe(id)
    expect((await entries.ofDay(day)).map(({ sections }) => sections[0]?.text).sort()).toEqual([
      'Written here.',
      'Written on the other computer.',
    ])
    expect(await kept(folder)).toEqual(['Written on the other computer.'])
    await close()
    expect((await list(folder, 'entries/2026')).length).toBe(2)
    // The other device brings it again: the versions hold it.
    await put(folder, named(naming), theirs)
    const again = await open(folder)
    expect((await collected(again.entries.all())).length).toBe(2)
    expect(again.notices).toEqual([])
    await again.close()
  })

  test('to keep both, when what was made of it before was written on or thrown away', async () => {
    for (const how of ['written on', 'thrown away']) {
      const folder = await place({ [named(naming)]: theirs })
      const first = await settled(folder, 'both')
      const made = first.changed[0] ?? ours
      if (how === 'written on') await first.entries.save(nextOf(made, 'Written on.'), 1)
      else await first.entries.trash(made.id)
      await first.close()
      await rm(join(folder, 'versions'), { recursive: true })
      await put(folder, named(naming), theirs)
      const { entries, changed, close } = await settled(folder, 'both')
      expect(changed[0]?.id).not.toBe(made.id)
      expect((await collected(entries.all())).map(({ sections }) => sections[0]?.text).sort()).toEqual(
        [ours.sections[0]?.text, theirs.sections[0]?.text, ...(how === 'written on' ? ['Written on.'] : [])].sort(),
      )
      await close()
    }
  })

  test.each<CopyChoice>(['keep', 'take', 'both'])(
    '%s: of a copy that changed since, or is gone, nothing is done',
    async (choice) => {
      const folder = await place({ [named(naming)]: theirs })
      const { entries, close } = await open(folder)
      const { copies } = await entries.copiesOf(id)
      const resolution = { copy: copies[0]?.copy ?? '', base: 2, choice }
      await put(folder, named(naming), nextOf(theirs, 'Changed again.'))
      await expect(entries.resolveConflict(id, resolution)).rejects.toEqual(code('not-found'))
      await expect(entries.resolveConflict(sampleId(9), resolution)).rejects.toEqual(code('not-found'))
      expect(await collected(entries.all())).toEqual([ours])
      expect(await list(folder, 'entries/2026')).toHaveLength(2)
      await close()
    },
  )

  test('to take a copy that was compared with another revision: a conflict', async () => {
    const folder = await place({ [named(naming)]: theirs })
    const { entries, close } = await open(folder)
    const { record: entry, copies } = await entries.copiesOf(id)
    await entries.save(nextOf(entry, 'Written on.'), 2)
    const resolution = { copy: copies[0]?.copy ?? '', base: 2, choice: 'take' } as const
    await expect(entries.resolveConflict(id, resolution)).rejects.toEqual(code('conflict'))
    expect(await list(folder, 'entries/2026')).toHaveLength(2)
    // So is one that another program has written since, also under the same revision.
    await put(folder, own, nextOf(entry, 'By another program.', { revision: 3 }))
    expect((await entries.copiesOf(id)).record.revision).toBe(4)
    await expect(entries.resolveConflict(id, { ...resolution, base: 3 })).rejects.toEqual(code('conflict'))
    await close()
  })

  test('of several copies the others wait on, and those that say the same go along', async () => {
    const folder = await place({
      [named(' (1)')]: theirs,
      [named(' (2)')]: { ...theirs, revision: 5 },
      [named(' (3)')]: nextOf(theirs, 'A third text.'),
    })
    const { entries, close } = await settled(folder, 'keep')
    const { copies } = await entries.copiesOf(id)
    expect(copies.map(({ record }) => record.sections[0]?.text)).toEqual(['A third text.'])
    expect(await kept(folder)).toHaveLength(2)
    await close()
  })
})

test('a name that was settled and comes again with other words is told of again', async () => {
  const folder = await place({ [named(naming)]: theirs })
  const { entries, notices, close } = await settled(folder, 'keep')
  expect(notices).toHaveLength(1)
  await put(folder, named(naming), nextOf(theirs, 'Changed again.'))
  await entries.lookAt(id)
  await entries.lookAt(id)
  expect(notices).toHaveLength(2)
  await close()
})

test('an entry goes to the trash with its copies: nothing comes back in its place, and erased nothing is left', async () => {
  const folder = await place({ [named(naming)]: theirs })
  const { entries, close } = await open(folder)
  await entries.trash(id)
  expect(await collected(entries.all())).toEqual([])
  expect(await entries.lookAt(id)).toBe(null)
  expect(await kept(folder)).toEqual(['Written on the other computer.'])
  expect(await entries.restore(id)).toEqual(ours)
  await entries.trash(id)
  await entries.erase(id)
  expect(await list(folder, 'versions')).toEqual([])
  await close()
})

test('a copy that was put away is not taken for the last good state while there is another, and is better than none', async () => {
  const folder = await place({ [named(naming)]: { ...theirs, revision: 9 } })
  const first = await settled(folder, 'keep')
  await first.close()
  const second = await open(folder)
  const next = nextOf(ours, 'Later.')
  await second.entries.save(next, 2)
  await second.close()
  await put(folder, own, 'damage')
  const third = await open(folder)
  expect(await third.entries.ofDay(day)).toEqual([ours])
  await third.close()
  for (const name of await list(folder, 'versions', id)) {
    if (!name.startsWith('copy-')) await rm(join(folder, 'versions', id, name))
  }
  await put(folder, own, 'damage')
  const fourth = await open(folder)
  expect((await fourth.entries.ofDay(day)).map(({ title }) => title)).toEqual(['Theirs'])
  await fourth.close()
})

test('years of saves thin the earlier states and not a copy that was put away', async () => {
  const folder = await place({ [named(naming)]: theirs })
  const first = await settled(folder, 'keep')
  await first.close()
  const clock = setClock('2026-03-02T13:00:00Z')
  let current = ours
  for (let week = 0; week < 60; week++) {
    const journal = await openJournal({ folder, clock, knownBefore: true })
    const next = nextOf(current, `Week ${week}.`)
    await journal.entries.save(next, current.revision)
    current = next
    await journal.close()
    clock.advance({ days: 6 })
  }
  const words = await kept(folder)
  // One a month, those of the last weeks, and the copy.
  expect(words.length).toBeLessThan(20)
  expect(words).toContain('Written on the other computer.')
})
