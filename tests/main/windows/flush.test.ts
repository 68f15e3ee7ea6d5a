import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFlush } from '../../../src/main/windows/flush'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function begun(wait?: number) {
  const send = vi.fn()
  const flush = createFlush(send, wait)
  flush.pageBegan()
  return { flush, send }
}

test('resolves with what the page answers, and leaves no timer behind', async () => {
  const { flush, send } = begun()
  const asked = flush.ask()
  expect(send).toHaveBeenCalledOnce()
  flush.answered(2)
  await expect(asked).resolves.toBe(2)
  expect(vi.getTimerCount()).toBe(0)
})

test('a page that has not begun is neither asked nor waited for', async () => {
  const send = vi.fn()
  await expect(createFlush(send).ask()).resolves.toBe(0)
  expect(send).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})

test('whether words are unsaved is known without asking, as long as there is a page to hold them', () => {
  const { flush, send } = begun()
  expect(flush.holdsWords()).toBe(false)
  flush.pageHolds(true)
  expect(flush.holdsWords()).toBe(true)
  flush.pageHolds(false)
  expect(flush.holdsWords()).toBe(false)
  flush.pageHolds(true)
  flush.pageEnded()
  expect(flush.holdsWords()).toBe(false)
  flush.pageBegan()
  expect(flush.holdsWords()).toBe(false)
  expect(send).not.toHaveBeenCalled()
})

test('a page that is gone is not waited for', async () => {
  const { flush } = begun()
  flush.pageEnded()
  await expect(flush.ask()).resolves.toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

test('a page that goes while it is asked holds nothing any more', async () => {
  const { flush } = begun()
  const asked = flush.ask()
  flush.pageEnded()
  await expect(asked).resolves.toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

test('the page that comes after it is asked again', async () => {
  const { flush, send } = begun()
  flush.pageEnded()
  flush.pageBegan()
  const asked = flush.ask()
  expect(send).toHaveBeenCalledOnce()
  flush.answered(1)
  await expect(asked).resolves.toBe(1)
})

test('a page that does not answer is waited for five seconds, and may hold unsaved words', async () => {
  const { flush } = begun()
  const done = vi.fn()
  void flush.ask().then(done)
  await vi.advanceTimersByTimeAsync(4_999)
  expect(done).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(done).toHaveBeenCalledWith(1)
})

test('an answer that nobody asked for changes nothing', async () => {
  const { flush } = begun()
  flush.answered(7)
  const asked = flush.ask()
  flush.answered(0)
  await expect(asked).resolves.toBe(0)
})

test('one answer is for all who wait', async () => {
  const { flush } = begun()
  const asked = [flush.ask(), flush.ask()]
  flush.answered(1)
  await expect(Promise.all(asked)).resolves.toEqual([1, 1])
})

test('an answer that comes too late is not taken for the next question', async () => {
  const { flush } = begun(10)
  const first = flush.ask()
  await vi.advanceTimersByTimeAsync(10)
  await expect(first).resolves.toBe(1)
  const second = flush.ask()
  flush.answered(3)
  await expect(second).resolves.toBe(3)
})
