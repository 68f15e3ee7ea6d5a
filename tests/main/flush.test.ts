import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFlush } from '../../src/main/windows/flush'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const sent = () => true

test('resolves with what the page answers, and leaves no timer behind', async () => {
  const flush = createFlush()
  const asked = flush.ask(sent)
  flush.answered(2)
  await expect(asked).resolves.toBe(2)
  expect(vi.getTimerCount()).toBe(0)
})

test('a page that is gone is not waited for', async () => {
  await expect(createFlush().ask(() => false)).resolves.toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

test('a page that does not answer is waited for five seconds, and may hold unsaved words', async () => {
  const flush = createFlush()
  const done = vi.fn()
  void flush.ask(sent).then(done)
  await vi.advanceTimersByTimeAsync(4_999)
  expect(done).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(done).toHaveBeenCalledWith(1)
})

test('an answer that nobody asked for changes nothing', async () => {
  const flush = createFlush()
  flush.answered(7)
  const asked = flush.ask(sent)
  flush.answered(0)
  await expect(asked).resolves.toBe(0)
})

test('one answer is for all who wait', async () => {
  const flush = createFlush()
  const asked = [flush.ask(sent), flush.ask(sent)]
  flush.answered(1)
  await expect(Promise.all(asked)).resolves.toEqual([1, 1])
})

test('an answer that comes too late is not taken for the next question', async () => {
  const flush = createFlush(10)
  const first = flush.ask(sent)
  await vi.advanceTimersByTimeAsync(10)
  await expect(first).resolves.toBe(1)
  const second = flush.ask(sent)
  flush.answered(3)
  await expect(second).resolves.toBe(3)
})
