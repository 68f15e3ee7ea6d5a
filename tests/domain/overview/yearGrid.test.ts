/** Every day of a year has one place in its map. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, weekdayOf } from '#shared/domain/day'
import { yearGrid } from '#shared/domain/overview/yearGrid'
import { runs } from '../../effort'

test('days follow each other down the weeks, under their weekday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 7 }), (year, weekStart) => {
      const { days, weeks, months } = yearGrid(year, weekStart)
      const start = `${String(year).padStart(4, '0')}-01-01`
      const [first, last] = [days[0], days.at(-1)]
      expect(first?.day).toBe(start)
      expect(last?.day).toBe(`${start.slice(0, 4)}-12-31`)
      expect(first?.week).toBe(0)
      expect(weeks).toBe((last?.week ?? 0) + 1)
      expect(weeks === 53 || weeks === 54).toBe(true)
      for (const at of [0, 58, 59, 60, 200, days.length - 1]) {
        const place = days[at]
        if (place === undefined) throw new Error('every year has it')
        expect(place.day).toBe(addDays(start, at))
        expect(((weekStart - 1 + place.row) % 7) + 1).toBe(weekdayOf(place.day))
        expect(place.week * 7 + place.row).toBe(at + (first?.row ?? 0))
      }
      expect(months.map(({ month }) => Number(month.slice(5)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    }),
    { numRuns: runs({ all: 60, deep: 5_000 }) },
  )
})

test('a leap year that begins on the last day of a week has 54 of them', () => {
  expect(yearGrid(2028, 7).weeks).toBe(54)
  expect(yearGrid(2026, 1).weeks).toBe(53)
})
