/** What is kept of many backups, whatever the clock does. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { served } from '../../src/main/backups/retention'
import { runs } from '../effort'

interface Made {
  readonly generation: number
  /** What the clock said. */
  readonly at: string
  /** How many days had really gone by. */
  readonly truly: number
}

const start = Temporal.Instant.from('2026-01-01T12:00:00Z')
const after = (days: number) => start.add({ minutes: Math.round(days * 1440) }).toString()
const dayOf = (at: string) => at.slice(0, 10)

/** Thins after each backup, as the app does. */
function kept(made: readonly Made[]): Made[] {
  let folder: Made[] = []
  for (const backup of made) {
    folder = [...folder, backup]
    const gone = new Set(served(folder, backup.at))
    folder = folder.filter((one) => !gone.has(one))
  }
  return folder
}

test('two years, one a day: ten latest, 30 days, and each of the twelve months before', () => {
  const made = Array.from({ length: 730 }, (_, at) => ({ generation: at + 1, at: after(at), truly: at }))
  const left = kept(made)
  expect(left.slice(-30).map(({ generation }) => generation)).toEqual(Array.from({ length: 30 }, (_, at) => 701 + at))
  const older = left.slice(0, -30).map(({ at }) => at.slice(0, 7))
  expect(new Set(older).size).toBe(older.length)
  expect(older.length).toBeGreaterThanOrEqual(12)
  expect(older.length).toBeLessThanOrEqual(14)
  // Of each month its last day.
  expect(left.slice(1, -31).every(({ at }) => Number(at.slice(8, 10)) >= 28)).toBe(true)
})

test('many on one day: the ten latest, and the last of each day before', () => {
  const made = Array.from({ length: 60 }, (_, at) => ({ generation: at + 1, at: after(at / 20), truly: at / 20 }))
  const left = kept(made)
  expect(left.slice(-10).map(({ generation }) => generation)).toEqual([51, 52, 53, 54, 55, 56, 57, 58, 59, 60])
  expect(left.slice(0, -10).map(({ at }) => dayOf(at))).toEqual([
    ...new Set(made.slice(0, 50).map(({ at }) => dayOf(at))),
  ])
})

/** Days between two backups by the truth, and whether the clock jumps then (in days, for good or for one backup). */
const steps = fc.array(
  fc.record({
    elapsed: fc.oneof(
      { weight: 4, arbitrary: fc.double({ min: 0.01, max: 1.5, noNaN: true }) },
      { weight: 1, arbitrary: fc.double({ min: 1, max: 60, noNaN: true }) },
    ),
    jump: fc.oneof(
      { weight: 8, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: -4_000, max: 4_000 }) },
    ),
    isLasting: fc.boolean(),
  }),
  { minLength: 1, maxLength: 120 },
)

test('no jump of a clock takes a backup away that would be there without it', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let [truly, off] = [0, 0]
      const made = all.map(({ elapsed, jump, isLasting }, at) => {
        truly += elapsed
        if (isLasting) off += jump
        return { generation: at + 1, at: after(truly + off + (isLasting ? 0 : jump)), truly }
      })
      const left = new Set(kept(made))
      const jumps = all.filter(({ jump }) => jump !== 0).length
      for (const [number, backup] of made.entries()) {
        if (left.has(backup)) continue
        // The ten latest stay.
        expect(number).toBeLessThan(made.length - 10)
        // It made way for a later one of its day, or of its month once it was old, or for twelve months; each jump ages by a day and no more.
        const age = truly - backup.truly + 2 * jumps
        const next = made[number + 1]
        const isOfSameDay = next !== undefined && dayOf(next.at) === dayOf(backup.at)
        const later = made.slice(number + 1).map(({ at }) => at.slice(0, 7))
        const hasHeir = later.includes(backup.at.slice(0, 7)) && age >= 30
        const hasTwelve = new Set(later).size >= 12 && jumps + truly / 30 >= 12
        expect(isOfSameDay || hasHeir || hasTwelve).toBe(true)
      }
    }),
    { numRuns: runs({ all: 300, deep: 5_000 }) },
  )
})

test('one jump of any size drops no day of the last thirty', () => {
  const elapsed = fc.array(fc.integer({ min: 15, max: 40 }), { minLength: 24, maxLength: 40 })
  const hours = fc.oneof(fc.integer({ min: -48, max: 48 }), fc.integer({ min: -90_000, max: 90_000 }))
  const jump = fc.record({ at: fc.nat(47), hours })
  fc.assert(
    fc.property(elapsed, jump, (all, { at, hours }) => {
      let truly = 0
      const jumpsAt = at % all.length
      // A clock that went back by less than what passed looks like one that did not.
      const days = hours >= 0 || -hours > (all[jumpsAt] ?? 0) ? hours / 24 : 0
      const made = all.map((passed, at) => {
        truly += passed / 24
        const off = at >= jumpsAt ? days : 0
        return { generation: at + 1, at: after(truly + off), truly }
      })
      const left = new Set(kept(made))
      for (const [at, backup] of made.entries()) {
        if (left.has(backup) || truly - backup.truly >= 30) continue
        // Its day has a later one.
        expect((made[at + 1]?.truly ?? 0) - backup.truly).toBeLessThan(1)
      }
    }),
    { numRuns: runs({ all: 300, deep: 5_000 }) },
  )
})

test('a clock that jumps ten years ahead and back takes nothing away', () => {
  const days = Array.from({ length: 25 }, (_, at) => ({ generation: at + 1, at: after(at), truly: at }))
  const jumped = { generation: 26, at: after(3_650), truly: 25 }
  const back = { generation: 27, at: after(25), truly: 25 }
  const left = kept([...days, jumped, back])
  expect(left.length).toBe(27)
})
