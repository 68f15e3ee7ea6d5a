import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { worthDropping } from '../../src/main/storage/thinning'
import { aged, hasServed, noAges } from '../../src/main/storage/trashAges'

const start = Temporal.Instant.from('2026-03-02T08:00:00Z')
const after = (hours: number) => start.add({ minutes: Math.round(hours * 60) }).toString()
const versionsAt = (...hours: number[]) => hours.map((hour, at) => ({ revision: at + 1, at: after(hour) }))

test('all of a day, one an hour for a week, one a day for 30 days', () => {
  const every20Minutes = Array.from({ length: 3 * 24 * 40 }, (_, at) => at / 3)
  const versions = versionsAt(...every20Minutes)
  const now = after(24 * 40)
  const dropped = new Set(worthDropping(versions, now))
  const ages = versions.filter((version) => !dropped.has(version)).map(({ at }) => (24 * 40 - hoursOf(at)) / 24)
  expect(ages.filter((age) => age < 1)).toHaveLength(72 - 1)
  const perHour = ages.filter((age) => age >= 1 && age < 7).length
  expect(perHour).toBeGreaterThanOrEqual(6 * 24)
  expect(perHour).toBeLessThanOrEqual(6 * 24 + 1)
  expect(ages.filter((age) => age >= 7).length).toBeLessThanOrEqual(25)
  expect(Math.max(...ages)).toBeLessThanOrEqual(31)
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
