/** Looking back asks the library with the plan of the time. */
import { expect, test } from 'vitest'
import { noReminders } from '#shared/domain/reminder/reminder'
import { createOverview } from '../../../src/main/services/search/overview'

test('days off are the holidays and pauses of the plan as it is now', async () => {
  const asked: unknown[] = []
  const library = {
    year: () => Promise.reject(new Error('not asked')),
    statistics(needs: unknown) {
      asked.push(needs)
      return Promise.reject(new Error('not answered'))
    },
  }
  let plan = noReminders
  const overview = createOverview({ library, today: () => '2026-03-09', plan: () => plan })
  await expect(overview.statistics()).rejects.toThrow('not answered')
  plan = { ...noReminders, holidays: [{ from: '2026-03-02', to: '2026-03-06' }] }
  await expect(overview.statistics()).rejects.toThrow('not answered')
  expect(asked).toEqual([
    { today: '2026-03-09', daysOff: [] },
    { today: '2026-03-09', daysOff: [{ from: '2026-03-02', to: '2026-03-06' }] },
  ])
})
