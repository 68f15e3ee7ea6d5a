/** Days are counted on the calendar, and a moment belongs to the day of the place it was lived in. */

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  dayOf,
  daySchema,
  daysBetween,
  instantSchema,
  isDay,
  wallTimeSchema,
  weekdayOf,
} from '#shared/domain/day'

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'Asia/Tehran',
] as const
const millisecondsOfDay = 86_400_000

/** Days of 1900 to 2100, made without the code under test. */
const somedays = fc.integer({ min: -25_567, max: 47_846 }).map(dayFromNumber)
const instants = fc.date({
  min: new Date('1972-01-01T00:00:00Z'),
  max: new Date('2037-12-31T00:00:00Z'),
  noInvalidDate: true,
})
const wallTimes = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)

function dayFromNumber(number: number): string {
  return new Date(number * millisecondsOfDay).toISOString().slice(0, 10)
}

function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / millisecondsOfDay
}

describe('arithmetic', () => {
  it('agrees with counting days in UTC', () => {
    fc.assert(
      fc.property(somedays, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        const other = addDays(day, days)
        expect(other).toBe(dayFromNumber(numberOf(day) + days))
        expect(daysBetween(day, other)).toBe(days)
        expect(addDays(other, -days)).toBe(day)
      }),
    )
  })

  it('knows the weekday', () => {
    fc.assert(
      fc.property(somedays, (day) => {
        expect(weekdayOf(day)).toBe(((((numberOf(day) + 3) % 7) + 7) % 7) + 1)
      }),
    )
    expect(weekdayOf('2026-03-09')).toBe(1)
    expect(weekdayOf('2026-03-15')).toBe(7)
  })

  test('days sort as their texts do', () => {
    fc.assert(
      fc.property(somedays, somedays, (one, other) => {
        expect(one < other).toBe(daysBetween(one, other) > 0)
      }),
    )
  })
})

describe('a day', () => {
  test.each(['2026-01-31', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true)
    expect(daySchema.safeParse(text).success).toBe(true)
  })

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '-002026-01-01',
    '２０２６-01-01',
    '',
  ])('"%s" is none', (text) => {
    expect(isDay(text)).toBe(false)
    expect(daySchema.safeParse(text).success).toBe(false)
  })

  it('is what the calendar says, whatever is put together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33), (year, month, date) => {
        const text = [
          String(year).padStart(4, '0'),
          String(month).padStart(2, '0'),
          String(date).padStart(2, '0'),
        ].join('-')
        const real = new Date(0)
        real.setUTCFullYear(year, month - 1, date)
        expect(isDay(text)).toBe(real.toISOString().slice(0, 10) === text)
      }),
    )
  })
})

describe('the day of a moment', () => {
  it('is the date on the wall there, or the day before while the day has not ended', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), wallTimes, (instant, zone, dayEnds) => {
        const wall = wallClock(instant, zone)
        const expected = wall.time.slice(0, 5) < dayEnds ? dayFromNumber(numberOf(wall.day) - 1) : wall.day
        expect(dayOf({ at: instant.toISOString(), zone }, dayEnds)).toBe(expected)
        expect(dayOf({ at: instant.toISOString(), zone })).toBe(wall.day)
      }),
    )
  })

  test.each([
    ['2026-03-10T22:59:59.999Z', 'Europe/Berlin', '00:00', '2026-03-10'],
    ['2026-03-10T23:00:00Z', 'Europe/Berlin', '00:00', '2026-03-11'],
    ['2026-03-11T02:59:59Z', 'Europe/Berlin', '04:00', '2026-03-10'],
    ['2026-03-11T03:00:00Z', 'Europe/Berlin', '04:00', '2026-03-11'],
    // The clocks go forward from 02:00 to 03:00: an end at 02:30 is reached at 03:00.
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', '02:30', '2026-03-28'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '02:30', '2026-03-29'],
    // They go back from 03:00 to 02:00: half past two comes twice.
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '02:30', '2026-10-25'],
    ['2026-10-25T01:29:59Z', 'Europe/Berlin', '02:30', '2026-10-24'],
    // Samoa left out the 30th of December 2011.
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '00:00', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '00:00', '2011-12-31'],
    ['2026-01-01T10:00:00Z', 'Pacific/Kiritimati', '00:00', '2026-01-02'],
    ['2026-01-01T03:00:00+09:00', 'America/New_York', '00:00', '2025-12-31'],
    // A zone that this system does not know: UTC.
    ['2026-03-10T23:59:59Z', 'Mars/Olympus', '00:00', '2026-03-10'],
    ['2026-03-11T00:00:00Z', 'Mars/Olympus', '04:00', '2026-03-10'],
  ])('%s in %s with days ending at %s is %s', (at, zone, dayEnds, day) => {
    expect(dayOf({ at, zone }, dayEnds)).toBe(day)
  })
})

test('instants and wall times are checked', () => {
  for (const at of ['2026-03-10T10:00:00Z', '2026-03-10T10:00:00.123456789Z']) {
    expect(instantSchema.safeParse(at).success).toBe(true)
  }
  for (const at of ['', '2026-03-10', '2026-03-10T10:00:00', 'now', '2026-02-30T10:00:00Z']) {
    expect(instantSchema.safeParse(at).success).toBe(false)
  }
  for (const time of ['00:00', '04:00', '23:59']) expect(wallTimeSchema.safeParse(time).success).toBe(true)
  for (const time of ['24:00', '4:00', '04:60', '04:00:00', ''])
    expect(wallTimeSchema.safeParse(time).success).toBe(false)
})

function wallClock(instant: Date, zone: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}:${of('second')}` }
}
