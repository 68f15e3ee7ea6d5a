/** Which of two states continues the other, by the saves they hold. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '#shared/domain/entry/entry'
import { entryKind } from '../../../src/main/storage/kinds/entryKind'
import { contentHash, counted, heldBy, relationOf, united } from '../../../src/main/storage/records/lineage'
import { runs } from '../../effort'
import { sampleEntry } from '../sample'

const first = counted(entryKind, sampleEntry(), {}, 'aa')
const saved = (record: Entry, device: string, title: string) =>
  counted(entryKind, { ...record, title }, heldBy(entryKind, record), device)
const relation = (one: Entry, other: Entry) => relationOf(entryKind, one, other)

test('a save continues what it was made on, also after many and over two devices', () => {
  const second = saved(first, 'aa', 'second')
  const third = saved(saved(second, 'bb', 'on the other'), 'aa', 'third')
  expect(relation(second, first)).toBe('continues')
  expect(relation(first, second)).toBe('continued')
  expect(relation(third, first)).toBe('continues')
  expect(relation(third, second)).toBe('continues')
  expect(relation(third, third)).toBe('same')
})

test('saves made apart are apart, however many there are on either side', () => {
  const three = saved(saved(saved(first, 'aa', '1'), 'aa', '2'), 'aa', '3')
  const one = saved(first, 'bb', 'elsewhere')
  expect(relation(three, one)).toBe('apart')
  expect(relation(one, three)).toBe('apart')
})

test('the same saves with other content are apart: a copied device, or an app that does not count', () => {
  expect(relation(saved(first, 'aa', 'one'), saved(first, 'aa', 'other'))).toBe('apart')
  const uncounted = { ...first, title: 'of an older app', revision: 2 }
  expect(relation(uncounted, first)).toBe('apart')
  expect(relation(first, uncounted)).toBe('apart')
  const next = saved(uncounted, 'aa', 'taken up')
  expect(relation(next, uncounted)).toBe('continues')
  expect(relation(next, { ...first, title: 'another of an older app' })).toBe('apart')
})

test('a file of before the counting is continued by the first save on it', () => {
  const old = sampleEntry({ title: 'old' })
  expect(relation(old, sampleEntry({ title: 'another' }))).toBe('uncounted')
  expect(relation(saved(old, 'aa', 'new'), old)).toBe('continues')
  expect(relation(saved(old, 'aa', 'new'), sampleEntry({ title: 'another' }))).toBe('apart')
})

test('neither revision nor time nor the order of fields counts', () => {
  const later = { ...first, revision: 99, updated: { at: '2099-01-01T00:00:00Z', zone: 'UTC' } }
  expect(relation(later, first)).toBe('same')
  const turned = Object.fromEntries(Object.entries(first).reverse()) as Entry
  expect(contentHash(entryKind, turned)).toBe(first.hash)
})

test('what holds both continues each of them', () => {
  const saves = fc.dictionary(fc.constantFrom('aa', 'bb', 'cc', '~1f'), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(saves, saves, (a, b) => {
      const both = united(a, b)
      expect(united(b, a)).toEqual(both)
      for (const [device, count] of [...Object.entries(a), ...Object.entries(b)])
        expect(both[device]).toBeGreaterThanOrEqual(count)
      for (const [device, count] of Object.entries(both)) expect([a[device], b[device]]).toContain(count)
    }),
    { numRuns: runs({ all: 500, deep: 20_000 }) },
  )
})
