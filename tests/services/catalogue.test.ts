import { describe, expect, test } from 'vitest'
import { type Capture, emptyCaptureDay } from '#shared/domain/capture'
import { captureKindOf } from '#shared/domain/captureSearch'
import type { Entry } from '#shared/domain/entry'
import { createCatalogue } from '../../src/main/services/catalogue'
import { find } from '../../src/main/services/searches'
import { gate, idOf, madeCapture, madeEntry, madeSection } from './made'

const all = { query: '', starred: false, practice: null, template: null }

/** Entries that come only when the test lets the next one go. */
function slowly(entries: readonly Entry[]) {
  const gates = entries.map(gate)
  async function* given() {
    for (const [at, entry] of entries.entries()) {
      await gates[at]?.opened
      yield entry
    }
  }
  return { given: given(), next: (at: number) => gates[at]?.open() }
}

async function* of(...entries: Entry[]) {
  yield* entries
}

async function* none() {}

async function* days(...captures: Capture[]) {
  for (const capture of captures) yield { ...emptyCaptureDay(capture.day), captures: [capture] }
}

describe('rows', () => {
  test('are sorted newest first and are the same array until something changes', async () => {
    const catalogue = createCatalogue()
    await catalogue.fill(of(madeEntry(1, { day: '2026-01-02' }), madeEntry(2, { day: '2026-03-02' })), none())
    expect(catalogue.rows().map(({ id }) => id)).toEqual([idOf(2), idOf(1)])
    expect(catalogue.rows()).toBe(catalogue.rows())
    const before = catalogue.rows()
    catalogue.put(madeEntry(3, { day: '2026-02-02' }))
    expect(before).toHaveLength(2)
    expect(catalogue.rows().map(({ id }) => id)).toEqual([idOf(2), idOf(3), idOf(1)])
  })

  test('move when an entry moves to another day', () => {
    const catalogue = createCatalogue()
    catalogue.put(madeEntry(1, { day: '2026-01-02' }))
    catalogue.put(madeEntry(2, { day: '2026-03-02' }))
    catalogue.put(madeEntry(1, { day: '2026-04-02', revision: 2 }))
    expect(catalogue.rows().map(({ id }) => id)).toEqual([idOf(1), idOf(2)])
  })
})

describe('while it is filled', () => {
  test('it is incomplete until the last entry', async () => {
    const catalogue = createCatalogue()
    const { given, next } = slowly([madeEntry(1), madeEntry(2)])
    const filling = catalogue.fill(given, none())
    next(0)
    expect(catalogue.complete).toBe(false)
    expect(find(all, catalogue).complete).toBe(false)
    next(1)
    await filling
    expect(catalogue.complete).toBe(true)
    expect(find(all, catalogue)).toMatchObject({ complete: true, total: 2 })
  })

  test('a save stays, although an older revision was read after it', async () => {
    const catalogue = createCatalogue()
    const { given, next } = slowly([madeEntry(1, { revision: 1 })])
    const filling = catalogue.fill(given, none())
    catalogue.put(madeEntry(1, { revision: 2, title: 'saved meanwhile' }))
    next(0)
    await filling
    expect(catalogue.rows()).toMatchObject([{ revision: 2, title: 'saved meanwhile' }])
  })

  test('what was read is taken when it is newer than what was known', async () => {
    const catalogue = createCatalogue()
    catalogue.put(madeEntry(1, { revision: 2 }))
    await catalogue.fill(of(madeEntry(1, { revision: 3, title: 'newer' })), none())
    expect(catalogue.rows()).toMatchObject([{ revision: 3, title: 'newer' }])
  })

  test('what was removed does not come back, and comes back when it is restored', async () => {
    const catalogue = createCatalogue()
    const { given, next } = slowly([madeEntry(1), madeEntry(2, { revision: 2 })])
    const filling = catalogue.fill(given, none())
    catalogue.remove(idOf(1))
    catalogue.remove(idOf(2))
    catalogue.put(madeEntry(2))
    next(0)
    next(1)
    await filling
    expect(catalogue.rows()).toMatchObject([{ id: idOf(2), revision: 2 }])
  })

  test('a disk that fails leaves what was read, and the word that it is not all', async () => {
    const catalogue = createCatalogue()
    async function* failing() {
      yield madeEntry(1)
      throw new Error('made up')
    }
    await expect(catalogue.fill(failing(), none())).rejects.toThrow('made up')
    expect(catalogue.rows()).toHaveLength(1)
    expect(catalogue.complete).toBe(false)
  })
})

describe('the search', () => {
  test('finds what was saved last and not what it said before', () => {
    const catalogue = createCatalogue()
    catalogue.put(madeEntry(1, { sections: [madeSection('harbour')] }))
    catalogue.put(madeEntry(1, { revision: 2, sections: [madeSection('lighthouse')] }))
    expect(find({ ...all, query: 'harbour' }, catalogue).total).toBe(0)
    expect(find({ ...all, query: 'lighthouse' }, catalogue).total).toBe(1)
    catalogue.remove(idOf(1))
    expect(find({ ...all, query: 'lighthouse' }, catalogue).total).toBe(0)
  })

  test('brings at most 100 hits and counts all', () => {
    const catalogue = createCatalogue()
    for (let number = 0; number < 250; number++) catalogue.put(madeEntry(number))
    const found = find({ ...all, query: 'words' }, catalogue)
    expect(found.hits).toHaveLength(100)
    expect(found.total).toBe(250)
  })

  test('narrows by star, practice and template', () => {
    const catalogue = createCatalogue()
    catalogue.put(madeEntry(1, { starred: true }))
    catalogue.put(madeEntry(2, { template: 'weekly', sections: [madeSection('x', { practice: 'focus' })] }))
    const ids = (filter: Partial<typeof all> | { practice: 'focus' } | { template: string }) =>
      find({ ...all, ...filter }, catalogue).hits.map(({ row }) => row.id)
    expect(ids({ starred: true })).toEqual([idOf(1)])
    expect(ids({ practice: 'focus' })).toEqual([idOf(2)])
    expect(ids({ template: 'weekly' })).toEqual([idOf(2)])
  })
})

describe('captures', () => {
  const found = (catalogue: ReturnType<typeof createCatalogue>, query: string) =>
    find({ ...all, query }, catalogue).hits.map(({ row }) => row)

  test('are found by their words, and are no rows of the list', async () => {
    const catalogue = createCatalogue()
    await catalogue.fill(
      of(madeEntry(1, { title: 'The harbour' })),
      days(madeCapture(2, { text: 'Hárbour dues', kind: 'win' })),
    )
    const rows = found(catalogue, 'harbour')
    expect(rows.map(captureKindOf)).toEqual([null, 'win'])
    expect(catalogue.rows().map(({ id }) => id)).toEqual([idOf(1)])
    expect(find({ ...all, query: 'harbour', starred: true }, catalogue).total).toBe(0)
  })

  test('in the trash are not found; a change while the day is read counts', async () => {
    const catalogue = createCatalogue()
    const known = gate()
    async function* late() {
      await known.opened
      yield* days(madeCapture(2, { text: 'old words' }))
    }
    const filling = catalogue.fill(none(), late())
    catalogue.putCaptures('2026-03-02', [
      madeCapture(2, { text: 'new words' }),
      madeCapture(3, { text: 'thrown words', trashed: '2026-03-02T09:00:00Z' }),
    ])
    known.open()
    await filling
    expect(found(catalogue, 'words').map(({ firstWords }) => firstWords)).toEqual(['new words'])
  })
})
