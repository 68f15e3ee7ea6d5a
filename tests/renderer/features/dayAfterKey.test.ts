/** Keys on the map of a year. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#shared/domain/day'
import { dayAfterKey } from '../../../src/renderer/features/overview/dayAfterKey'

test.each([
  ['2026-03-10', 'ArrowUp', '2026-03-09'],
  ['2026-03-10', 'ArrowDown', '2026-03-11'],
  ['2026-03-10', 'ArrowLeft', '2026-03-03'],
  ['2026-03-10', 'ArrowRight', '2026-03-17'],
  ['2026-03-31', 'PageUp', '2026-02-28'],
  ['2026-03-31', 'PageDown', '2026-04-30'],
  ['2026-03-31', 'Home', '2026-01-01'],
  ['2026-03-31', 'End', '2026-12-31'],
  ['2026-01-05', 'ArrowLeft', '2026-01-05'],
  ['2026-12-31', 'ArrowDown', '2026-12-31'],
  ['2026-12-05', 'PageDown', '2026-12-05'],
  ['0001-01-01', 'ArrowUp', '0001-01-01'],
  ['9999-12-31', 'ArrowDown', '9999-12-31'],
])('from %s %s leads to %s', (from, key, to) => {
  expect(dayAfterKey(from, key)).toBe(to)
})

test('other keys lead nowhere, and no key out of the year', () => {
  expect(dayAfterKey('2026-03-10', 'Enter')).toBeNull()
  expect(dayAfterKey('2026-03-10', 'toString')).toBeNull()
  const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End')
  fc.assert(
    fc.property(fc.nat(365), fc.array(keys, { maxLength: 60 }), (start, pressed) => {
      let day = addDays('2024-01-01', start)
      for (const key of pressed) day = dayAfterKey(day, key) ?? ''
      expect(day).toMatch(/^2024-\d\d-\d\d$/)
    }),
    { numRuns: 30 },
  )
})
