import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { aged, hasServed, noAges } from '../../../src/main/storage/safekeeping/trashAges'
import { worthDropping, worthDroppingFor } from '../../../src/main/storage/safekeeping/versionRetention'
import { runs } from '../../effort'

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
  // Again and again: at most one at each border makes way for its neighbour, and then what is left is left again.
  const left = versions.filter((version) => !dropped.has(version))
  const again = worthDropping(left, now)
  expect(again.length).toBeLessThanOrEqual(3)
  const leftAgain = left.filter((version) => !again.includes(version))
  expect(worthDropping(leftAgain, now)).toEqual([])
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

/** What the clock says of each, and how many hours had really passed. */
interface Kept {
  readonly revision: number
  readonly at: string
  readonly truly: number
}

/** Whole minutes, in hours. */
const minutes = (min: number, max: number) => fc.integer({ min, max }).map((number) => number / 60)

/** Hours between two versions, and whether the clock jumps then. Without a jump of more than a week nothing says that one is none. */
const steps = fc.array(
  fc.record({
    elapsed: fc.oneof(
      { weight: 12, arbitrary: minutes(10, 180) },
      { weight: 3, arbitrary: minutes(180, 2400) },
      { weight: 1, arbitrary: minutes(2400, 60_000) },
    ),
    far: fc.oneof(
      { weight: 30, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 169, max: 90_000 }) },
      // So much before the one before it.
      { weight: 1, arbitrary: minutes(-5_000_000, -1) },
      { weight: 1, arbitrary: minutes(-120, -1) },
    ),
  }),
  { minLength: 2, maxLength: 120 },
)

test('what a sane clock would keep is kept, whatever jumps: one of any size, and as many of more than a week as there are', () => {
  // Up to a week it looks like time that passed.
  const once = fc.record({ at: fc.nat(119), hours: fc.oneof(minutes(0, 168 * 60), minutes(0, 600_000)) })
  fc.assert(
    fc.property(steps, once, (all, jump) => {
      let [truly, off] = [0, 0]
      let kept: Kept[] = []
      const dropped: Kept[] = []
      const jumpsAt = jump.at % all.length
      for (const [at, { elapsed, far }] of all.entries()) {
        truly += elapsed
        off += at === jumpsAt ? jump.hours : far < 0 ? far - elapsed : far
        kept.push({ revision: at + 1, at: after(truly + off), truly })
        const gone = new Set(worthDropping(kept, after(truly + off)))
        dropped.push(...kept.filter((version) => gone.has(version)))
        kept = kept.filter((version) => !gone.has(version))
        for (const one of dropped) {
          const age = truly - one.truly
          const apart = Math.min(
            ...kept.filter(({ truly: other }) => other > one.truly).map(({ truly: other }) => other - one.truly),
          )
          // Not of the last day; of the last week one that is at most an hour newer is there, of 30 days one of a day, later one of a month.
          expect(age).toBeGreaterThan(24)
          if (age < 7 * 24) expect(apart).toBeLessThan(1.02)
          else if (age < 30 * 24) expect(apart).toBeLessThan(24.02)
          else expect(apart).toBeLessThan(31 * 24)
        }
      }
    }),
    { numRuns: runs({ quick: 100, all: 100, deep: 3_000 }) },
  )
})

test('an hour that a clock shows twice, because it was set back, is two', () => {
  // Three hours passed between the first and the second.
  const shownTwice = [10.5, 10.3, 10.7]
  const later = Array.from({ length: 40 }, (_, at) => 12 + 2 * at)
  let kept: ReturnType<typeof versionsAt> = []
  for (const version of versionsAt(...shownTwice, ...later)) {
    kept.push(version)
    const gone = worthDropping(kept, version.at)
    kept = kept.filter((one) => !gone.includes(one))
  }
  expect(kept.slice(0, 3).map(({ revision }) => revision)).toEqual([1, 2, 3])
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
  const daily = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)
  expect(servedAfter(daily(1, 30))).toBe(false)
  expect(servedAfter(daily(1, 31))).toBe(true)
  expect(servedAfter([6, 12, 18, 24, 30])).toBe(false)
  expect(servedAfter([6, 12, 18, 24, 30, 36])).toBe(true)
  expect(servedAfter([400])).toBe(false)
  // One jump, however far, and whether it stays or not, counts for nothing: 29 days passed.
  for (const jump of [0.5, 3, 5, 8, 300]) {
    for (const at of [1, 15, 28]) {
      expect(servedAfter([...daily(1, at), ...daily(at + 1, 29).map((day) => day + jump)])).toBe(false)
      expect(servedAfter([...daily(1, at), at + jump, ...daily(at + 1, 29)])).toBe(false)
      expect(servedAfter([...daily(1, at), ...daily(at + 1, 32).map((day) => day + jump)])).toBe(true)
    }
  }
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
