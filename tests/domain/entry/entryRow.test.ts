/** The list's row of an entry, its order, and the filters over it. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaptureRow } from '#shared/domain/capture/captureRow'
import { type EntryRow, entryRow } from '#shared/domain/entry/entryRow'
import { practiceIds } from '#shared/domain/practice/practice'
import { compareRows } from '#shared/domain/record'
import { matchesFilter, noFilter } from '#shared/domain/search/listFilter'
import { asked, entry, section } from '../entries'

describe('a row', () => {
  it('has the first words written and the practices answered, in their order', () => {
    const row = entryRow(
      entry({
        day: '2026-01-01',
        sections: [
          asked('a.a', 'delivery', ' \n'),
          asked('a.b', 'partnership', ' A talk\n\nwith Ada. '),
          asked('a.c', 'business', 'A number.'),
          asked('a.d', 'partnership', 'Again.'),
          section({ text: 'Free.' }),
        ],
      }),
    )
    expect(row.firstWords).toBe('A talk with Ada.')
    expect(row.practices).toEqual(['business', 'partnership'])
  })

  it('does not cut an emoji in two', () => {
    const text = `a${'🎉'.repeat(200)}`
    const { firstWords } = entryRow(entry({ day: '2026-01-01', sections: [section({ text })] }))
    expect(firstWords).toBe(`a${'🎉'.repeat(139)}`)
  })

  it('cuts first words after 140 characters, never in one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const { firstWords } = entryRow(entry({ day: '2026-01-01', sections: [section({ text })] }))
        expect(Array.from(firstWords).length).toBeLessThanOrEqual(140)
        expect(text.replace(/\s+/g, ' ').trim().startsWith(firstWords)).toBe(true)
        expect(firstWords).not.toMatch(/\p{Cs}/u)
      }),
    )
  })
})

describe('the order', () => {
  const rows = fc
    .record({
      day: fc.constantFrom('2026-01-01', '2026-01-02'),
      at: fc.constantFrom('2026-01-02T10:00:00.000Z', '2026-01-02T11:00:00.000Z'),
      id: fc.constantFrom('01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'),
    })
    .map(({ day, at, id }) => entryRow(entry({ day, id, created: { at, zone: 'UTC' } })))

  it('is newest day first, then the latest begun, and total', () => {
    fc.assert(
      fc.property(rows, rows, rows, (a, b, c) => {
        expect(Math.sign(compareRows(a, b)) + Math.sign(compareRows(b, a))).toBe(0)
        expect(compareRows(a, b) === 0).toBe(a.day === b.day && a.createdAt === b.createdAt && a.id === b.id)
        if (compareRows(a, b) <= 0 && compareRows(b, c) <= 0) expect(compareRows(a, c)).toBeLessThanOrEqual(0)
        if (a.day > b.day) expect(compareRows(a, b)).toBeLessThan(0)
        if (a.day === b.day && a.createdAt > b.createdAt) expect(compareRows(a, b)).toBeLessThan(0)
      }),
    )
  })
})

describe('a filter', () => {
  const row = entryRow(
    entry({ day: '2026-01-01', template: 'weekly', starred: true, sections: [asked('a.a', 'focus', 'Yes.')] }),
  )

  it('asks nothing at first', () => {
    expect(matchesFilter(row, noFilter)).toBe(true)
    expect(matchesFilter({ ...row, starred: false, practices: [] }, noFilter)).toBe(true)
  })

  it('asks for star, practice and template together', () => {
    const all = { starred: true, practice: 'focus', template: 'weekly', kind: null } as const
    const daily: EntryRow = { ...row, template: 'daily' }
    expect(matchesFilter(row, all)).toBe(true)
    expect(matchesFilter({ ...row, starred: false }, all)).toBe(false)
    expect(matchesFilter(daily, all)).toBe(false)
    for (const practice of practiceIds) {
      expect(matchesFilter(row, { ...all, practice })).toBe(practice === 'focus')
    }
  })

  it('asks for a kind of capture, which no entry is of', () => {
    const caught: CaptureRow = { ...row, kind: 'capture', captureKind: 'win' }
    expect(matchesFilter(caught, { ...noFilter, kind: 'win' })).toBe(true)
    expect(matchesFilter(caught, { ...noFilter, kind: 'note' })).toBe(false)
    expect(matchesFilter(row, { ...noFilter, kind: 'win' })).toBe(false)
  })
})
