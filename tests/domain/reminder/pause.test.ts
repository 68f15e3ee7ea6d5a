import { expect, test } from 'vitest'
import { pauseEnd } from '#shared/domain/reminder/pause'

test.each([
  ['tomorrow', '2026-03-02', '2026-03-03'],
  ['tomorrow', '2026-12-31', '2027-01-01'],
  // A Monday, a Saturday, a Sunday.
  ['monday', '2026-03-02', '2026-03-09'],
  ['monday', '2026-03-07', '2026-03-09'],
  ['monday', '2026-03-08', '2026-03-09'],
  ['twoWeeks', '2026-02-20', '2026-03-06'],
] as const)('a pause (%s) chosen on %s ends on %s', (length, today, end) => {
  expect(pauseEnd(length, today)).toBe(end)
})
