/** Dates in words, as the days they mean. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { isDay } from '#shared/domain/day'
import { readPeriod } from '#shared/domain/search/query/readPeriod'

function read(written: string, today = '2026-03-11', weekStart = 1): string {
  const period = readPeriod(written.split(' '), { today, weekStart })
  if (period === null || period === 'impossible') return String(period)
  return period.from === period.to ? period.from : `${period.from} ${period.to}`
}

describe('on Wednesday 11 March 2026', () => {
  test.each([
    ['2026-03-02', '2026-03-02'],
    ['2024-02-29', '2024-02-29'],
    ['2025-02-29', 'impossible'],
    ['2026-02-30', 'impossible'],
    ['2026-00-01', 'impossible'],
    ['2026-3-2', 'null'],
    ['2026-03', '2026-03-01 2026-03-31'],
    ['2024-02', '2024-02-01 2024-02-29'],
    ['2026-13', 'impossible'],
    ['2026', '2026-01-01 2026-12-31'],
    ['0000', 'impossible'],
    ['0001', '0001-01-01 0001-12-31'],
    ['9999', '9999-01-01 9999-12-31'],
    ['2026-q1', '2026-01-01 2026-03-31'],
    ['2026q4', '2026-10-01 2026-12-31'],
    ['q2 2025', '2025-04-01 2025-06-30'],
    ['q1', '2026-01-01 2026-03-31'],
    ['q2', '2025-04-01 2025-06-30'],
    ['q0', 'impossible'],
    ['2026-q5', 'impossible'],
    ['2026-w14', '2026-03-30 2026-04-05'],
    ['2026-w1', '2025-12-29 2026-01-04'],
    ['2026-w53', '2026-12-28 2027-01-03'],
    ['2025-w53', 'impossible'],
    ['2026-w00', 'impossible'],
    ['today', '2026-03-11'],
    ['yesterday', '2026-03-10'],
    ['tomorrow', '2026-03-12'],
    ['this week', '2026-03-09 2026-03-15'],
    ['last week', '2026-03-02 2026-03-08'],
    ['next week', '2026-03-16 2026-03-22'],
    ['this month', '2026-03-01 2026-03-31'],
    ['last month', '2026-02-01 2026-02-28'],
    ['last quarter', '2025-10-01 2025-12-31'],
    ['this year', '2026-01-01 2026-12-31'],
    ['last year', '2025-01-01 2025-12-31'],
    ['last friday', '2026-03-06'],
    ['last wednesday', '2026-03-04'],
    ['last tue', '2026-03-10'],
    ['this friday', '2026-03-13'],
    ['this monday', '2026-03-09'],
    ['next wednesday', '2026-03-18'],
    ['next thursday', '2026-03-12'],
    ['friday', '2026-03-06'],
    ['wednesday', '2026-03-11'],
    ['march', '2026-03-01 2026-03-31'],
    ['april', '2025-04-01 2025-04-30'],
    ['feb', '2026-02-01 2026-02-28'],
    ['sept', '2025-09-01 2025-09-30'],
    ['march 2025', '2025-03-01 2025-03-31'],
    ['sept. 2025', '2025-09-01 2025-09-30'],
    ['3 march 2025', '2025-03-03'],
    ['march 3, 2025', '2025-03-03'],
    ['3rd march', '2026-03-03'],
    ['march 11th', '2026-03-11'],
    ['12 march', '2025-03-12'],
    ['29 february', '2024-02-29'],
    ['29 february 2025', 'impossible'],
    ['30 february', 'impossible'],
    ['31 april 2025', 'impossible'],
    ['32 march', 'null'],
    ['0 march', 'null'],
    ['0 days ago', '2026-03-11'],
    ['3 days ago', '2026-03-08'],
    ['1 day ago', '2026-03-10'],
    ['a week ago', '2026-03-02 2026-03-08'],
    ['2 weeks ago', '2026-02-23 2026-03-01'],
    ['3 months ago', '2025-12-01 2025-12-31'],
    ['2 quarters ago', '2025-07-01 2025-09-30'],
    ['10 years ago', '2016-01-01 2016-12-31'],
    ['9999 years ago', 'impossible'],
    ['99999 days ago', 'null'],
    ['3 fortnights ago', 'null'],
    ['ma', 'null'],
    ['mo', 'null'],
    ['may the', 'null'],
    ['last', 'null'],
    ['last time', 'null'],
    ['soon', 'null'],
    ['12/03/2026', 'null'],
    ['', 'null'],
  ])('%s is %s', (written, expected) => {
    expect(read(written)).toBe(expected)
  })
})

test.each([
  // Weeks that begin on Monday, Saturday, Sunday.
  ['this week', '2026-03-11', 7, '2026-03-08 2026-03-14'],
  ['this week', '2026-03-11', 6, '2026-03-07 2026-03-13'],
  ['this week', '2026-03-08', 1, '2026-03-02 2026-03-08'],
  ['this week', '2026-03-08', 7, '2026-03-08 2026-03-14'],
  ['last week', '2026-03-08', 7, '2026-03-01 2026-03-07'],
  ['2 weeks ago', '2026-03-11', 7, '2026-02-22 2026-02-28'],
  ['this sunday', '2026-03-11', 1, '2026-03-15'],
  ['this sunday', '2026-03-11', 7, '2026-03-08'],
  ['2026-w14', '2026-03-11', 7, '2026-03-30 2026-04-05'],
  // Across the year's end.
  ['last week', '2026-01-01', 1, '2025-12-22 2025-12-28'],
  ['this week', '2026-01-01', 1, '2025-12-29 2026-01-04'],
  ['last month', '2026-01-31', 1, '2025-12-01 2025-12-31'],
  ['last month', '2026-03-31', 1, '2026-02-01 2026-02-28'],
  ['1 month ago', '2024-03-31', 1, '2024-02-01 2024-02-29'],
  ['last quarter', '2026-01-01', 1, '2025-10-01 2025-12-31'],
  ['1 year ago', '2024-02-29', 1, '2023-01-01 2023-12-31'],
  ['yesterday', '2026-01-01', 1, '2025-12-31'],
  ['tomorrow', '2025-12-31', 1, '2026-01-01'],
  ['december', '2026-01-01', 1, '2025-12-01 2025-12-31'],
  ['31 december', '2026-01-01', 1, '2025-12-31'],
  ['1 january', '2026-01-01', 1, '2026-01-01'],
  ['29 february', '1903-01-01', 1, '1896-02-29'],
  ['q4', '2026-01-01', 1, '2025-10-01 2025-12-31'],
  ['last friday', '2026-03-13', 1, '2026-03-06'],
  ['friday', '2026-03-13', 1, '2026-03-13'],
  // The edges of the calendar.
  ['yesterday', '0001-01-01', 1, 'impossible'],
  ['this week', '9999-12-31', 1, 'impossible'],
])('%s, said on %s with weeks from day %i, is %s', (written, today, weekStart, expected) => {
  expect(read(written, today, weekStart)).toBe(expected)
})

describe('on any day', () => {
  const anyDay = fc
    .integer({ min: 0, max: 80_000 })
    .map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }).toString())
  const weekStart = fc.integer({ min: 1, max: 7 })
  const length = { day: [1, 1], week: [7, 7], month: [28, 31], quarter: [90, 92], year: [365, 366] } as const

  test('units lie beside each other without a gap, and this one holds today', () => {
    fc.assert(
      fc.property(anyDay, weekStart, fc.constantFrom('week', 'month', 'quarter', 'year'), (today, start, unit) => {
        const [last, present, next] = ['last', 'this', 'next'].map((which) =>
          readPeriod([which, unit], { today, weekStart: start }),
        )
        if (!last || !present || !next) throw new Error('not read')
        if (last === 'impossible' || present === 'impossible' || next === 'impossible') throw new Error('impossible')
        expect(present.from <= today && today <= present.to).toBe(true)
        const days = (from: string, to: string) => Temporal.PlainDate.from(from).until(to).days
        expect([days(last.to, present.from), days(present.to, next.from)]).toEqual([1, 1])
        const [least, most] = length[unit]
        expect(days(present.from, present.to) + 1).toBeGreaterThanOrEqual(least)
        expect(days(present.from, present.to) + 1).toBeLessThanOrEqual(most)
        if (unit === 'week') expect(Temporal.PlainDate.from(present.from).dayOfWeek).toBe(start)
        expect(readPeriod(['1', unit, 'ago'], { today, weekStart: start })).toEqual(last)
      }),
    )
  })

  test('a weekday is the nearest one before, within the week, or after', () => {
    const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    fc.assert(
      fc.property(anyDay, weekStart, fc.integer({ min: 1, max: 7 }), (today, start, weekday) => {
        const name = names[weekday - 1] ?? ''
        const distance = (...words: string[]) => {
          const period = readPeriod([...words, name], { today, weekStart: start })
          if (period === null || period === 'impossible') throw new Error('not read')
          expect(period.to).toBe(period.from)
          expect(Temporal.PlainDate.from(period.from).dayOfWeek).toBe(weekday)
          return Temporal.PlainDate.from(today).until(period.from).days
        }
        expect(distance()).toBeGreaterThanOrEqual(-6)
        expect(distance()).toBeLessThanOrEqual(0)
        expect(distance('last')).toBeGreaterThanOrEqual(-7)
        expect(distance('last')).toBeLessThanOrEqual(-1)
        expect(distance('next')).toBeGreaterThanOrEqual(1)
        expect(distance('next')).toBeLessThanOrEqual(7)
        expect(Math.abs(distance('this'))).toBeLessThanOrEqual(6)
      }),
    )
  })

  test('whatever the words, what comes of them are real days in order', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'last',
        'this',
        'next',
        'week',
        'month',
        'years',
        'ago',
        'a',
        'march',
        'feb',
        'mon',
        '31',
        '30th',
      ),
      fc.constantFrom('2026', '0001', '9999', '2026-02', '2024-02-29', '9999-w52', '0001-w01', 'q1', '2026-q4', '1,'),
      fc.integer({ min: 0, max: 12_000 }).map(String),
      fc.string({ maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 3 }), anyDay, weekStart, (words, today, start) => {
        const period = readPeriod(words, { today, weekStart: start })
        if (period === null || period === 'impossible') return
        expect([isDay(period.from), isDay(period.to), period.from <= period.to]).toEqual([true, true, true])
      }),
    )
  })
})
