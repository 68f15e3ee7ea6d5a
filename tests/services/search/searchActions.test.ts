import { describe, expect, test } from 'vitest'
import type { SearchRequest } from '#shared/contract/search'
import type { Day } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { Failure, type FailureCode } from '#shared/domain/failure'
import { everything, exportEntries } from '../../../src/main/services/exports/exportEntries'
import type { ExportFolder } from '../../../src/main/services/ports/exportFolder'
import type { FoundItem } from '../../../src/main/services/ports/library'
import { createSearchActions } from '../../../src/main/services/search/searchActions'
import { fileOfRecord, isDayLogNamed } from '../../../src/main/storage/journal/fileOfRecord'
import { deskWith } from '../../exports/renderedHere'
import { fakeEntryStore } from '../fakeEntryStore'
import { fakeCaptures, idOf, madeCapture, madeEntry, setClock } from '../made'

const request: SearchRequest = { query: 'plan', starred: false, practice: null, template: null, kind: null }
const entryFound = ({ id, day }: Entry): FoundItem => ({ kind: 'entry', id, day })

function actionsOver(entries: readonly Entry[], others: readonly FoundItem[] = []) {
  const store = fakeEntryStore(entries)
  const clock = setClock('2026-03-09T10:00:00.000Z')
  const told: Entry[][] = []
  const written = new Map<string, string>()
  /** What happens to a save before it reaches the store. */
  const before: { save: (entry: Entry) => Promise<void> } = { save: async () => {} }
  const folder: ExportFolder<string> = {
    async writeNew(name, text) {
      written.set(name, text)
      return 'written'
    },
    names: async () => [...written.keys()],
    sync: async () => undefined,
  }
  /** Days whose captures can't be read. */
  const unreadable = new Set<Day>()
  const captures = [madeCapture(90, { text: 'A plan in passing' }), madeCapture(91, { text: 'Something else' })]
  const logs = fakeCaptures()
  for (const capture of captures) logs.stored.set(capture.day, [...(logs.stored.get(capture.day) ?? []), capture])
  const actions = createSearchActions({
    find: async () => [...entries.map(entryFound), ...others],
    read: (id) => store.read(id),
    readFound: ({ id }) => store.read(id),
    fileOf: (item) => fileOfRecord(item),
    copiesBeside: (ids) => store.copiesBeside(ids),
    isLog: (kind) => isDayLogNamed(kind),
    async partOf(_, day, ids) {
      if (unreadable.has(day)) throw new Failure('unreadable', 'made up')
      return logs.part(day, ids)
    },
    async save(entry, base) {
      await before.save(entry)
      await store.save(entry, base)
    },
    now: clock.now,
    changed: (stored) => void told.push([...stored]),
    exportFrom: async (source) => ({
      folder: '/out',
      ...(await exportEntries({
        source,
        period: everything,
        openDesk: () => deskWith(async () => folder),
      })),
    }),
  })
  const starsOf = () => [...store.stored.values()].filter(({ starred }) => starred).map(({ id }) => id)
  return { actions, store, told, written, before, unreadable, starsOf }
}

const failing = (code: FailureCode) => async () => {
  throw new Failure(code, 'made up')
}

describe('a star for all that was found', () => {
  test('makes one revision of each entry that has none, and tells of them', async () => {
    const { actions, store, told } = actionsOver([madeEntry(1, { revision: 4 }), madeEntry(2, { starred: true })])
    expect(await actions.star(request, true)).toEqual({ changed: [idOf(1)], failed: 0, code: null })
    expect(store.stored.get(idOf(1))).toMatchObject({
      starred: true,
      revision: 5,
      updated: { at: '2026-03-09T10:00:00.000Z' },
    })
    expect(store.stored.get(idOf(2))?.revision).toBe(1)
    expect(told.flat().map(({ id, revision }) => [id, revision])).toEqual([[idOf(1), 5]])
  })

  test('leaves captures out, and does not count them', async () => {
    const { actions } = actionsOver([madeEntry(1)], [{ kind: 'capture', id: idOf(90), day: '2026-03-02' }])
    expect(await actions.star(request, true)).toEqual({ changed: [idOf(1)], failed: 0, code: null })
  })

  test('is taken back from those that got it, and from no other', async () => {
    const { actions, starsOf } = actionsOver([madeEntry(1), madeEntry(2, { starred: true })])
    const { changed } = await actions.star(request, true)
    expect(starsOf()).toEqual([idOf(1), idOf(2)])
    expect(await actions.starThese(changed, false)).toMatchObject({ changed: [idOf(1)] })
    expect(starsOf()).toEqual([idOf(2)])
  })

  test('goes onto what a page stored in between, whose words stay', async () => {
    const { actions, store, before } = actionsOver([madeEntry(1)])
    before.save = async () => {
      before.save = async () => {}
      await store.save(madeEntry(1, { title: 'Typed just then', revision: 2 }), 1)
    }
    expect(await actions.star(request, true)).toMatchObject({ changed: [idOf(1)], failed: 0 })
    expect(store.stored.get(idOf(1))).toMatchObject({ title: 'Typed just then', starred: true, revision: 3 })
  })

  test('gives up an entry that another writer never leaves alone', async () => {
    const { actions, before } = actionsOver([madeEntry(1)])
    before.save = failing('conflict')
    expect(await actions.star(request, true)).toEqual({ changed: [], failed: 1, code: 'conflict' })
  })

  test('goes on after an entry that can not be stored, and counts it', async () => {
    const { actions, before, starsOf } = actionsOver([madeEntry(1), madeEntry(2), madeEntry(3)])
    before.save = async ({ id }) => {
      if (id === idOf(2)) throw new Failure('unreadable', 'made up')
    }
    expect(await actions.star(request, true)).toEqual({
      changed: [idOf(1), idOf(3)],
      failed: 1,
      code: 'unreadable',
    })
    expect(starsOf()).toEqual([idOf(1), idOf(3)])
  })

  test('ends where the disk is full: all that is left could not be changed', async () => {
    const { actions, before } = actionsOver([1, 2, 3, 4].map((number) => madeEntry(number)))
    const asked: EntryId[] = []
    before.save = async ({ id }) => {
      asked.push(id)
      if (id === idOf(2)) throw new Failure('disk-full', 'made up')
    }
    expect(await actions.star(request, true)).toEqual({ changed: [idOf(1)], failed: 3, code: 'disk-full' })
    expect(asked).toEqual([idOf(1), idOf(2)])
  })

  test('tells of a few at a time, of each once and in order', async () => {
    const entries = Array.from({ length: 250 }, (_, at) => madeEntry(at + 1))
    const { actions, told } = actionsOver(entries)
    await actions.star(request, true)
    expect(told.map(({ length }) => length)).toEqual([100, 100, 50])
    expect(told.flat().map(({ id }) => id)).toEqual(entries.map(({ id }) => id))
  })
})

describe('an export of all that was found', () => {
  test('has the entries and of the captures those that were found', async () => {
    const { actions, store, written } = actionsOver(
      [madeEntry(1, { title: 'The plan' })],
      [{ kind: 'capture', id: idOf(90), day: '2026-03-02' }],
    )
    store.stored.set(idOf(5), madeEntry(5, { title: 'Not found' }))
    expect(await actions.exportAll(request)).toMatchObject({ written: 2, failed: [], stopped: null })
    const all = [...written.values()].join('\n')
    expect([...written.keys()].at(-1)).toBe('2026-03-02-captures.md')
    expect(all).toContain('The plan')
    expect(all).toContain('A plan in passing')
    expect(all).not.toContain('Something else')
    expect(all).not.toContain('Not found')
  })

  test('says how many second versions wait for a choice, of what was found alone', async () => {
    const { actions, store } = actionsOver([madeEntry(1), madeEntry(2)])
    store.stored.set(idOf(5), madeEntry(5))
    store.copies.set(idOf(2), [{ copy: 'a', record: madeEntry(2, { title: 'Another' }) }])
    store.copies.set(idOf(5), [{ copy: 'b', record: madeEntry(5, { title: 'Not found' }) }])
    expect(await actions.exportAll(request)).toMatchObject({ written: 2, copies: 1, failed: [] })
    store.copiesBeside = failing('disk-error')
    expect(await actions.exportAll(request)).toMatchObject({ copies: 0, failed: [], stopped: null })
  })

  test('says which entry could not be read, and writes the others', async () => {
    const { actions, store, written } = actionsOver([madeEntry(1), madeEntry(2)])
    store.stored.delete(idOf(1))
    expect(await actions.exportAll(request)).toMatchObject({
      written: 1,
      failed: [{ day: '2026-03-02', name: `entries/2026/2026-03-02-${idOf(1)}.json`, code: 'unreadable' }],
    })
    expect(written.size).toBe(1)
  })

  test('says which day of captures could not be read, once for all that were found there', async () => {
    const found = [90, 91].map((number): FoundItem => ({ kind: 'capture', id: idOf(number), day: '2026-03-02' }))
    const { actions, unreadable } = actionsOver([madeEntry(1)], found)
    unreadable.add('2026-03-02')
    expect(await actions.exportAll(request)).toMatchObject({
      written: 1,
      failed: [{ day: '2026-03-02', name: 'captures/2026/2026-03-02.json', code: 'unreadable' }],
    })
  })
})
