/** A year, the months and their plots are what one gets by counting one by one. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#shared/domain/day'
import { periodsOf } from '#shared/domain/overview/periods'
import { statisticsOf } from '#shared/domain/overview/statistics'
import { stepOf, stepsOf } from '#shared/domain/overview/steps'
import { yearOfMeasures } from '#shared/domain/overview/yearOfMeasures'
import { runs } from '../../effort'
import { anyDay, anyMeasures, naiveTally } from './measures'

const year = fc.integer({ min: 1998, max: 2012 })
const now = { today: '2010-06-01', daysOff: [] }

test('a year has each of its days that has something, and only those', () => {
  fc.assert(
    fc.property(anyMeasures, year, (measures, asked) => {
      const days = []
      for (let day = `${asked}-01-01`; day <= `${asked}-12-31`; day = addDays(day, 1)) {
        const ofDay = measures.filter((measure) => measure.day === day)
        if (ofDay.length > 0) days.push({ day, ...naiveTally(ofDay) })
      }
      const years = [...new Set(measures.map(({ day }) => Number(day.slice(0, 4))))].sort()
      expect(yearOfMeasures(measures, asked)).toEqual({ year: asked, days, years })
    }),
    { numRuns: runs({ all: 30, deep: 1_000 }) },
  )
})

test('early years have four digits too', () => {
  const measures = [{ day: '0099-05-05', kind: null, words: 1, answered: {} }]
  expect(yearOfMeasures(measures, 99)).toMatchObject({ days: [{ day: '0099-05-05' }], years: [99] })
})

test('the months come to what all of it is', () => {
  fc.assert(
    fc.property(anyMeasures, (measures) => {
      const { months, totals } = statisticsOf(measures, now)
      const names = [...new Set(measures.map(({ day }) => day.slice(0, 7)))].sort()
      expect(months).toEqual(
        names.map((month) => ({ month, ...naiveTally(measures.filter(({ day }) => day.startsWith(month))) })),
      )
      const days = [
        ...new Set(measures.filter(({ kind, words }) => kind !== null || words > 0).map(({ day }) => day)),
      ].sort()
      expect(totals).toEqual({ ...naiveTally(measures), days: days.length, firstDay: days[0] ?? null })
    }),
  )
})

test('what is asked for crosses a thread unchanged', () => {
  fc.assert(
    fc.property(anyMeasures, (measures) => {
      for (const answer of [yearOfMeasures(measures, 2000), statisticsOf(measures, now)])
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
    }),
  )
})

test('a plot has every period once, without gaps, and loses nothing', () => {
  fc.assert(
    fc.property(anyMeasures, fc.option(anyDay.map((day) => `18${day.slice(2)}`)), (measures, longAgo) => {
      const all = longAgo === null ? measures : [...measures, { day: longAgo, kind: null, words: 7, answered: {} }]
      const { months, totals } = statisticsOf(all, now)
      const spans = periodsOf(months)
      if (spans === null) {
        expect(months).toEqual([])
        return
      }
      const { length, periods } = spans
      expect(periods.reduce((sum, { words }) => sum + words, 0)).toBe(totals.words)
      expect(periods.reduce((sum, { entries }) => sum + entries, 0)).toBe(totals.entries)
      const step = { month: 1, quarter: 3, year: 12 }[length]
      const numbers = periods.map(({ from }) => Number(from.slice(0, 4)) * 12 + Number(from.slice(5)))
      for (const [at, number] of numbers.entries()) expect(number).toBe((numbers[0] ?? 0) + at * step)
      for (const { from, ...tally } of periods) {
        const inPeriod = ({ day }: { day: string }) => {
          const number = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
          const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5))
          return number >= first && number < first + step
        }
        expect(tally).toEqual(naiveTally(all.filter(inPeriod)))
      }
    }),
    { numRuns: runs({ all: 30, deep: 1_000 }) },
  )
})

test.each([
  ['2026-03', '2026-03', 'month', 12],
  ['2026-03', '2027-03', 'month', 13],
  ['0001-02', '0001-03', 'month', 3],
  ['2026-01', '2029-12', 'month', 48],
  ['2026-01', '2030-01', 'quarter', 17],
  ['2016-11', '2026-03', 'quarter', 38],
  ['1900-01', '2026-01', 'year', 127],
])('from %s to %s are put together by %s', (from, to, length, count) => {
  const tally = naiveTally([])
  const periods = periodsOf([
    { month: from, ...tally },
    { month: to, ...tally },
  ])
  expect(periods?.length).toBe(length)
  expect(periods?.periods).toHaveLength(count)
})

test('more is never a weaker shade, something is never none, and the most has the strongest', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(5), fc.nat(3_000)), { maxLength: 366 }), (numbers) => {
      const steps = stepsOf(numbers)
      expect(steps.length).toBeLessThanOrEqual(4)
      expect([...steps].sort((a, b) => a - b)).toEqual(steps)
      expect(new Set(steps).size).toBe(steps.length)
      let before = 0
      for (const number of [...numbers].sort((a, b) => a - b)) {
        const step = stepOf(number, steps)
        expect(step >= before && step <= 4 && step > 0 === number > 0).toBe(true)
        before = step
      }
      if (before > 0) expect(before).toBe(4)
    }),
  )
})

test('few different numbers have a step each; many share them out at round numbers', () => {
  expect(stepsOf([0, 1, 1, 1])).toEqual([1])
  expect(stepsOf([3, 1, 1, 7])).toEqual([1, 3, 7])
  expect(stepsOf([])).toEqual([])
  expect(stepsOf(Array.from({ length: 400 }, (_, at) => at + 1))).toEqual([1, 100, 200, 300])
  expect(stepsOf([1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5])).toEqual([1, 2, 3, 4])
})
