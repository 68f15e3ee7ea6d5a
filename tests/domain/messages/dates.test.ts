import { expect, test } from 'vitest'
import {
  dayInWords,
  listInWords,
  monthInWords,
  monthsInWords,
  timeInWords,
  wallTimeInWords,
  yearInWords,
} from '#shared/messages/dates'

test('a time is said in the zone it was written in', () => {
  expect(timeInWords('2026-11-24T15:45:00Z', 'Europe/Berlin', 'en-GB')).toBe('16:45')
  expect(timeInWords('2026-11-24T15:45:00Z', 'Asia/Kathmandu', 'en-GB')).toBe('21:30')
})

test('a zone that is not known here does not keep the page from opening', () => {
  expect(timeInWords('2026-11-24T15:45:00Z', 'Mars/Olympus_Mons', 'en-GB')).toBe('15:45 UTC')
})

test('a day has its year only where it is another one', () => {
  expect(dayInWords('2026-11-24', '2026-11-24', 'en-GB')).toMatch(/^Tuesday,? 24 November$/)
  expect(dayInWords('2025-11-24', '2026-11-24', 'en-GB')).toMatch(/^Monday,? 24 November 2025$/)
})

test('a wall time is said by the locale’s clock, and names as a list', () => {
  expect(wallTimeInWords('16:45', 'en-GB')).toBe('16:45')
  expect(wallTimeInWords('16:45', 'en-US')).toMatch(/^4:45\sPM$/)
  expect(listInWords(['Daily reflection', 'Weekly review'], 'en')).toBe('Daily reflection and Weekly review')
})

test('months and years are said as people write them', () => {
  expect(monthInWords('2026-03', 'en-GB')).toBe('March')
  expect(monthInWords('2026-03', 'en-GB', { year: 'numeric' })).toBe('March 2026')
  expect(monthsInWords('2026-01', '2026-03', 'en-GB')).toMatch(/^Jan\s–\sMar 2026$/)
  expect([yearInWords(2026, 'en-GB'), yearInWords(2026, 'de')]).toEqual(['2026', '2026'])
})
