/** Copies that sync programs leave beside entries: noticed, whatever their names, and never in our place. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Entry } from '#shared/domain/entry/entry'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { openJournalForReading } from '../../../src/main/storage/journal/openJournalForReading'
import { kept, list, named, open, own, place, put } from '../copyFolder'
import { begun, namings, ours, theirs } from '../copyPlace'
import { freshFolder } from '../freshFolder'
import { collected, nextOf, sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { errno } from '../simulatedDisk'
import { wrappedFiles } from '../wrappedFiles'

const { id, day } = begun
const code = (code: string) => expect.objectContaining({ name: 'Failure', code })
const naming = namings[0]

describe.each(namings)('a copy named …%s.json', (rest) => {
  test.each([
    ['lower', 1],
    ['same', 2],
    ['higher', 9],
  ])('with other words and a %s revision stays where it is and is told of once', async (_, revision) => {
    const copy = { ...theirs, revision }
    const folder = await place({ [named(rest)]: copy })
    const { entries, notices, close } = await open(folder)
    for (let look = 0; look < 2; look++) {
      expect(await entries.ofDay(day)).toEqual([ours])
      expect(await collected(entries.all())).toEqual([ours])
      expect(await entries.lookAt(id)).toEqual(ours)
      expect(await entries.read(id)).toEqual(ours)
    }
    expect(notices).toEqual([
      { kind: 'copy', file: `entries/2026/${named(rest)}`, day, restored: false, recordKind: 'entry', record: id },
    ])
    expect((await entries.copiesOf(id)).copies.map((one) => one.record)).toEqual([copy])
    expect(await entries.copiesBeside([id, sampleId(7)])).toEqual(notices)
    expect(await entries.copiesBeside([sampleId(7)])).toEqual([])
    expect(await list(folder, 'entries/2026')).toEqual([own, named(rest)].sort())
    expect(await list(folder, 'versions')).toEqual([])
    await close()
  })

  test('is left alone when it is nobody’s entry, or another one’s', async () => {
    const stranger = sampleEntry({ id: sampleId(8) })
    const folder = await place({ [named(rest)]: 'not an entry', [named(`${rest} b`)]: stranger })
    const { entries, notices, close } = await open(folder)
    expect(await collected(entries.all())).toEqual([ours])
    expect(notices).toEqual([])
    expect(await list(folder, 'entries/2026')).toHaveLength(3)
    await close()
  })
})

describe('a copy that says nothing new goes to the versions quietly', () => {
  test.each<[string, object]>([
    [
      'the same words of a higher revision',
      { ...ours, revision: 9, updated: { at: '2026-03-03T00:00:00Z', zone: 'UTC' } },
    ],
    ['the same words of a lower revision', { ...ours, revision: 1 }],
  ])('%s', async (_, copy) => {
    const folder = await place({ [named(naming)]: copy })
    const { entries, notices, close } = await open(folder)
    expect(await collected(entries.all())).toEqual([ours])
    expect(notices).toEqual([])
    expect(await list(folder, 'entries/2026')).toEqual([own])
    expect(await list(folder, 'versions', id)).toEqual([expect.stringMatching(/^copy-/)])
    await close()
  })

  test.each<[string, (entry: Entry) => object]>([
    ['the bytes of a version', (entry) => entry],
    ['what a version says', (entry) => ({ ...entry, revision: 7 })],
  ])('%s', async (_, copyOf) => {
    const folder = await freshFolder()
    const first = await open(folder)
    await first.entries.save(begun, 0)
    await first.close()
    const second = await open(folder)
    await second.entries.save(ours, 1)
    await second.close()
    expect(await kept(folder)).toEqual([begun.sections[0]?.text])
    await put(folder, named(naming), copyOf(begun))
    const { entries, notices, close } = await open(folder)
    expect(await entries.ofDay(day)).toEqual([ours])
    expect(notices).toEqual([])
    expect(await list(folder, 'entries/2026')).toEqual([own])
    expect(await list(folder, 'versions', id)).toHaveLength(2)
    await close()
  })

  test.each<[string, Partial<Entry>]>([
    ['title', { title: 'Another' }],
    ['star', { starred: true }],
    ['day', { day: '2026-03-01' }],
    ['formatting', { sections: ours.sections.map((section) => ({ ...section, answer: { root: {} } })) }],
  ])('but not when the %s differs', async (_, part) => {
    const folder = await place({ [named(naming)]: { ...ours, ...part } })
    const { entries, notices, close } = await open(folder)
    expect(await collected(entries.all())).toEqual([ours])
    expect(notices.map(({ kind }) => kind)).toEqual(['copy'])
    await close()
  })
})

describe('our own file', () => {
  test.each(['missing', 'damaged'])('is %s: the best copy takes its place, the other one waits', async (how) => {
    const best = { ...theirs, revision: 9 }
    const folder = await place({ [named(' (1)')]: best, [named(' (2)')]: theirs })
    if (how === 'missing') await rm(join(folder, 'entries/2026', own))
    else await put(folder, own, 'damage')
    // The same words: no, others, so that it has something to say.
    await put(folder, named(' (2)'), nextOf(theirs, 'A third text.', { revision: 3 }))
    const { entries, notices, close } = await open(folder)
    expect(await collected(entries.all())).toEqual([best])
    expect(await entries.ofDay(day)).toEqual([best])
    expect(await entries.lookAt(id)).toEqual(best)
    expect(notices.map(({ kind }) => kind).sort()).toEqual(how === 'missing' ? ['copy'] : ['copy', 'quarantined'])
    const next = nextOf(best, 'And on.')
    await entries.save(next, 9)
    expect(await list(folder, 'entries/2026')).toEqual([named(' (2)'), own].sort())
    expect(await collected(entries.all())).toEqual([next])
    await close()
  })

  test('lies on another day: a copy where it was does not take its place', async () => {
    const folder = await freshFolder()
    const first = await open(folder)
    await first.entries.save(begun, 0)
    const moved = nextOf(begun, 'Moved.', { day: '2025-12-31' })
    await first.entries.save(moved, 1)
    await first.close()
    await put(folder, named(naming), { ...theirs, revision: 9 })
    const { entries, close } = await open(folder)
    expect(await entries.ofDay(day)).toEqual([])
    expect(await entries.ofDay('2025-12-31')).toEqual([moved])
    expect(await entries.read(id)).toEqual(moved)
    expect((await entries.copiesOf(id)).copies).toHaveLength(1)
    await close()
  })

  test('is of a newer version of the app: no copy is shown or written in its place', async () => {
    const newer = JSON.stringify({ ...ours, schema: 2 })
    const folder = await place({ [named(naming)]: theirs })
    await put(folder, own, newer)
    const { entries, notices, close } = await open(folder)
    expect(await collected(entries.all())).toEqual([])
    expect(await entries.lookAt(id)).toBe(null)
    expect(notices.map(({ kind }) => kind)).toEqual(['newer'])
    await expect(entries.copiesOf(id)).rejects.toEqual(code('newer-schema'))
    await close()
  })

  test('can’t be reached for a while: no copy is shown or saved in its place', async () => {
    const folder = await place({ [named(naming)]: theirs })
    let isAway = true
    const files = wrappedFiles(nodeFiles, (name, path) => {
      if (isAway && name === 'read' && path.endsWith(own)) throw errno('EACCES', path)
      return undefined
    })
    const journal = await openJournal({ folder, clock: setClock(), knownBefore: false, files })
    const { entries } = journal
    expect(await collected(entries.all())).toEqual([])
    await expect(entries.copiesOf(id)).rejects.toEqual(code('read-only'))
    await expect(entries.save(nextOf(theirs, 'From the copy.'), 2)).rejects.toEqual(code('read-only'))
    isAway = false
    expect(await collected(entries.all())).toEqual([ours])
    expect((await entries.copiesOf(id)).copies).toHaveLength(1)
    await journal.close()
  })
})

test('reading for an export shows the page as it is, and writes nothing', async () => {
  const folder = await place({ [named(naming)]: { ...theirs, revision: 9 } })
  const { entries } = await openJournalForReading({ folder })
  expect(await collected(entries.all())).toEqual([ours])
  expect(await list(folder, 'entries/2026')).toHaveLength(2)
})
