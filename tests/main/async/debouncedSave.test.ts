import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { debouncedSave } from '../../../src/main/async/debouncedSave'
import { gate } from '../../services/made'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('says whether something waits or is on its way', async () => {
  const written = gate()
  const keep = debouncedSave(
    () => written.opened,
    () => {},
  )
  expect(keep.isUnsaved()).toBe(false)
  keep('words')
  expect(keep.isUnsaved()).toBe(true)
  const flushed = keep.flush()
  expect(keep.isUnsaved()).toBe(true)
  written.open()
  await flushed
  expect(keep.isUnsaved()).toBe(false)
})

test('many changes become one save of the last, half a second after it', async () => {
  const save = vi.fn(async (_: number) => {})
  const keep = debouncedSave(save, () => {})
  for (let at = 0; at < 20; at++) {
    keep(at)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(save).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(500)
  expect(save.mock.calls).toEqual([[19]])
})

test('flush saves at once what waits, and resolves when it is saved', async () => {
  const saving = gate()
  const save = vi.fn((_: string) => saving.opened)
  const keep = debouncedSave(save, () => {})
  keep('place')
  let flushed = false
  const flushing = keep.flush().then(() => {
    flushed = true
  })
  await vi.advanceTimersByTimeAsync(0)
  expect(save.mock.calls).toEqual([['place']])
  expect(flushed).toBe(false)
  saving.open()
  await flushing
  expect(vi.getTimerCount()).toBe(0)
})

test('flush with nothing to save waits for the save under way, and asks for no other', async () => {
  const saving = gate()
  const save = vi.fn((_: string) => saving.opened)
  const keep = debouncedSave(save, () => {})
  keep('place')
  await vi.advanceTimersByTimeAsync(500)
  let flushed = false
  const flushing = keep.flush().then(() => {
    flushed = true
  })
  await vi.advanceTimersByTimeAsync(0)
  expect(flushed).toBe(false)
  saving.open()
  await flushing
  expect(save).toHaveBeenCalledTimes(1)
})

test('saves follow one another, never side by side', async () => {
  const [first, second] = [gate(), gate()]
  let running = 0
  let most = 0
  const save = async (value: number) => {
    running += 1
    most = Math.max(most, running)
    await (value === 1 ? first : second).opened
    running -= 1
  }
  const keep = debouncedSave(save, () => {})
  keep(1)
  void keep.flush()
  keep(2)
  const last = keep.flush()
  second.open()
  await vi.advanceTimersByTimeAsync(0)
  first.open()
  await last
  expect(most).toBe(1)
})

test('a save that fails is told, and the next change is saved', async () => {
  const failed = vi.fn()
  const save = vi.fn(async (value: number) => {
    if (value === 1) throw new Error('disk full')
  })
  const keep = debouncedSave(save, failed)
  keep(1)
  await keep.flush()
  expect(failed).toHaveBeenCalledWith(expect.objectContaining({ message: 'disk full' }))
  keep(2)
  await keep.flush()
  expect(save).toHaveBeenLastCalledWith(2)
})
