import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withTimeout } from '../../../src/main/async/withTimeout'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what comes in time is passed on, and nothing goes on waiting', async () => {
  expect(await withTimeout(Promise.resolve('here'), 1_000)).toBe('here')
  expect(vi.getTimerCount()).toBe(0)
})

test('what fails is null at once', async () => {
  expect(await withTimeout(Promise.reject(new Error('made up')), 1_000)).toBeNull()
  expect(vi.getTimerCount()).toBe(0)
})

test('what comes too late is null once its time is over, and not before', async () => {
  let answer: unknown = 'waiting'
  void withTimeout(new Promise(() => {}), 1_000).then((value) => {
    answer = value
  })
  await vi.advanceTimersByTimeAsync(999)
  expect(answer).toBe('waiting')
  await vi.advanceTimersByTimeAsync(1)
  expect(answer).toBeNull()
})
