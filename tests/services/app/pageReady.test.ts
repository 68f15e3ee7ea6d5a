/** What waits for the page to be shown comes then, and comes in any case. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createPageReady } from '../../../src/main/services/app/pageReady'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('work for after the page', () => {
  test('is done in a turn of its own when no page is on its way', async () => {
    const work = vi.fn()
    createPageReady().after(work)
    expect(work).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(0)
    expect(work).toHaveBeenCalledOnce()
  })

  test('waits for a page that asked what to show, and is done once', async () => {
    const [page, work] = [createPageReady(), vi.fn()]
    page.began()
    page.after(work)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(work).not.toHaveBeenCalled()
    page.shown()
    expect(work).toHaveBeenCalledOnce()
    page.shown()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(work).toHaveBeenCalledOnce()
  })

  test('is done without the page’s word when that does not come', async () => {
    const [page, work] = [createPageReady(), vi.fn()]
    page.began()
    page.after(work)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(work).toHaveBeenCalledOnce()
  })

  test('waits anew for a page that is loaded again', async () => {
    const [page, work] = [createPageReady(), vi.fn()]
    page.began()
    await vi.advanceTimersByTimeAsync(2_000)
    page.began()
    page.after(work)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(work).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(work).toHaveBeenCalledOnce()
  })
})
