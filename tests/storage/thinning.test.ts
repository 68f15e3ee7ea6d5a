import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { worthDropping, worthDroppingFor } from '../../src/main/storage/thinning'
import { aged, hasServed, noAges } from '../../src/main/storage/trashAges'

const start = Temporal.Instant.from('2026-03-02T08:00:00Z')
const after = (hours: number) => start.add({ minutes: Math.round(hours * 60) }).toString()
const versionsAt = (...hours: number[]) => hours.map((hour, at) => ({ revision: at + 1, at: after(hour) }))

test('all of a day, one an hour for a week, one a day for 30 days, one a month after', () => {
  const days = 400
  const every20Minutes = Array.from({ length: 3 * 24 * days }, (_, at) => at / 3)
  const versions = versionsAt(...every20Minutes)
  const now = after(24 * days)
  const dropped = new Set(worthDropping(versions, now))
  const ages = versions.filter((version) => !dropped.has(version)).map(({ at }) => (24 * days - hoursOf(at)) / 24)
  const between = (from: number, to: number) => ages.filter((age) => age >= from && age < to).length
  expect(between(0, 1)).toBe(72 - 1)
  // A slot that begins before a border and ends after it counts on either side.
  expect(between(1, 7) - 6 * 24).toBeOneOf([0, 1])
  expect(between(7, 30) - 23).toBeOneOf([0, 1])
  expect(between(30, days) - 12).toBeOneOf([0, 1, 2])
  // Again and again: what is left is left again.
  const left = versions.filter((version) => !dropped.has(version))
  expect(worthDropping(left, now)).toEqual([])
})

const hoursOf = (at: string) => (Temporal.Instant.from(at).epochMilliseconds - start.epochMilliseconds) / 3_600_000

test('the newest stays whatever the clock says', () => {
  const hours = fc.array(fc.integer({ min: -200_000, max: 200_000 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(hours, fc.integer({ min: -200_000, max: 200_000 }), (made, now) => {
      const versions = versionsAt(...made)
      expect(worthDropping(versions, after(now))).not.toContain(versions.at(-1))
    }),
  )
})

test('a clock that jumps once drops nothing of the last weeks', () => {
  const versions = versionsAt(0, 30, 60, 100)
  for (const years of [-50, -1, 1, 50]) expect(worthDropping(versions, after(100 + years * 8766))).toEqual([])
})

test('the trash keeps for 30 days, and a jump of the clock does not count for more than a week', () => {
  const file = { name: 'a', path: 'a', day: '2026-03-02', id: 'a', ours: true, trashedAt: start.toString() }
  const servedAfter = (days: readonly number[]) => {
    let ages = noAges
    for (const day of days) ages = aged(ages, [file], after(day * 24))
    return hasServed(ages, file, after((days.at(-1) ?? 0) * 24))
  }
  expect(servedAfter([6, 12, 18, 24, 29])).toBe(false)
  expect(servedAfter([6, 12, 18, 24, 30])).toBe(true)
  expect(servedAfter([400])).toBe(false)
  expect(servedAfter([400, 400.1, 400.2, 400.3])).toBe(false)
  expect(servedAfter([400, 1, 400, 2])).toBe(false)
  expect(servedAfter([-9000, -8990, -8980, -8970, -8960, -8950])).toBe(false)
})

const sized = (entry: string, bytes: number, ...hours: number[]) =>
  versionsAt(...hours)
    .map((version, at) => ({ ...version, bytes, made: (hours[at] ?? 0) * 3_600_000, name: `${entry}${at + 1}` }))
    .reverse()
const names = (versions: readonly { name: string }[]) => versions.map(({ name }) => name)

test('for room the oldest go first, and of each entry the newest stays', () => {
  const entries = [sized('a', 10, 1, 5, 9), sized('b', 10, 2, 3), sized('c', 10, 0)]
  expect(names(worthDroppingFor(0, entries))).toEqual([])
  expect(names(worthDroppingFor(1, entries))).toEqual(['a1'])
  expect(names(worthDroppingFor(11, entries))).toEqual(['a1', 'b1'])
  expect(names(worthDroppingFor(1000, entries))).toEqual(['a1', 'b1', 'a2'])
})

test('a clock that was set back makes no version the oldest', () => {
  const entries = [sized('a', 10, 50, -9000, 60, 70), sized('b', 10, 1, 2)]
  expect(names(worthDroppingFor(15, entries))).toEqual(['b1', 'a1'])
})

test('of each entry lower revisions go before higher ones, whatever the clock said', () => {
  const hours = fc.array(fc.integer({ min: -200_000, max: 200_000 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(hours, { maxLength: 5 }), fc.integer({ min: 0, max: 400 }), (made, excess) => {
      const entries = made.map((times, at) => sized(`${at}-`, 10, ...times))
      const dropped = new Set(worthDroppingFor(excess, entries))
      for (const versions of entries) {
        const kept = versions.map((version) => !dropped.has(version))
        expect(kept[0]).toBe(true)
        expect(kept.toSorted((a, b) => Number(b) - Number(a))).toEqual(kept)
      }
      const most = entries.reduce((sum, versions) => sum + versions.length - 1, 0)
      expect(dropped.size).toBe(Math.min(Math.ceil(excess / 10), most))
    }),
  )
})
