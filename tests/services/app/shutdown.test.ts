import { expect, test, vi } from 'vitest'
import { createShutdown } from '../../../src/main/services/app/shutdown'
import { gate } from '../made'

test('any part that holds words is a veto', () => {
  const shutdown = createShutdown(vi.fn())
  expect(shutdown.holdsWords()).toBe(false)
  const holdsWords = vi.fn(() => false)
  shutdown.join({})
  shutdown.join({ holdsWords })
  shutdown.join({ holdsWords: () => false })
  expect(shutdown.holdsWords()).toBe(false)
  holdsWords.mockReturnValue(true)
  expect(shutdown.holdsWords()).toBe(true)
})

test('all are asked to save', () => {
  const shutdown = createShutdown(vi.fn())
  const flushes = [vi.fn(), vi.fn()]
  for (const flush of flushes) shutdown.join({ flush })
  shutdown.join({})
  shutdown.flush()
  for (const flush of flushes) expect(flush).toHaveBeenCalledOnce()
})

test('the end waits for every part, and one that fails is told of and keeps no other from it', async () => {
  const failed = vi.fn()
  const shutdown = createShutdown(failed)
  const slow = gate()
  const last = vi.fn(async () => undefined)
  shutdown.join({ end: () => slow.opened })
  shutdown.join({ end: () => Promise.reject(new Error('made up')) })
  shutdown.join({
    end() {
      throw new Error('at once')
    },
  })
  shutdown.join({ end: last })
  const ended = vi.fn()
  const ending = shutdown.end().then(ended)
  await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(2))
  expect(last).toHaveBeenCalledOnce()
  expect(ended).not.toHaveBeenCalled()
  slow.open()
  await ending
  expect(ended).toHaveBeenCalledOnce()
})
