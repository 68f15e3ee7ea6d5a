import { expect, test, vi } from 'vitest'
import { Failure } from '#shared/domain/failure'
import { storeAnswers } from '../../../src/main/cli/storeAnswers'
import { madeEntry } from '../../services/made'

test('each answer goes to its section, and an empty one leaves its question open', async () => {
  const store = vi.fn(async (_section: number) => madeEntry(1))
  expect(await storeAnswers(['One', ' \n', 'Three'], store)).toEqual({ stored: 2, failure: null })
  expect(store.mock.calls.map(([section]) => section)).toEqual([0, 2])
})

test('what the disk refuses halfway is told with what is stored already, and nothing after it is tried', async () => {
  const store = vi.fn(async () => madeEntry(1))
  store.mockResolvedValueOnce(madeEntry(1)).mockRejectedValueOnce(new Failure('disk-full', 'made up'))
  expect(await storeAnswers(['One', 'Two', 'Three'], store)).toMatchObject({
    stored: 1,
    failure: { code: 'disk-full' },
  })
  expect(store).toHaveBeenCalledTimes(2)
})
