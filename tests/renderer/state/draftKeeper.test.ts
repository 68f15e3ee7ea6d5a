/** When a page's words go to this device, and that what is given up or saved leaves nothing behind. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDraftKeeper, type DraftKeeper, type KeptState } from '../../../src/renderer/state/draft/draftKeeper'

let keeper: DraftKeeper
let log: string[]
let states: KeptState[]
let words: number
let fails: boolean
/** Resolves what is on its way to the disk. */
let answer: (() => void) | null

function given(isKept = false): void {
  keeper = createDraftKeeper(
    {
      async keep() {
        const kept = words
        log.push(`keep ${kept}`)
        if (answer !== null)
          await new Promise<void>((resolve) => {
            answer = resolve
          })
        if (fails) throw new Error('full')
        log.push(`kept ${kept}`)
      },
      drop: async () => void log.push('drop'),
      show: (state) => void states.push(state),
    },
    isKept,
  )
}

const type = () => {
  words += 1
  keeper.changed()
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

beforeEach(() => {
  vi.useFakeTimers()
  log = []
  states = []
  words = 0
  fails = false
  answer = null
  given()
})
afterEach(() => {
  vi.useRealTimers()
})

test('within a moment of the last key, and at least every 800 ms of typing', async () => {
  for (let key = 0; key < 20; key += 1) {
    type()
    await pass(100)
  }
  await pass(300)
  expect(log.filter((line) => line.startsWith('kept'))).toEqual(['kept 8', 'kept 16', 'kept 20'])
  expect(new Set(states)).toEqual(new Set(['kept']))
})

test('at once when asked to', async () => {
  type()
  expect(await keeper.flush()).toBe(true)
  expect(log).toEqual(['keep 1', 'kept 1'])
})

test('a device that does not take them is tried again until it does', async () => {
  fails = true
  type()
  expect(await keeper.flush()).toBe(false)
  expect(states).toEqual(['refused'])
  type()
  fails = false
  await pass(5_000)
  expect(log.at(-1)).toBe('kept 2')
  expect(states.at(-1)).toBe('kept')
})

test('once the journal has them the draft goes, and nothing comes after it', async () => {
  type()
  await keeper.flush()
  type()
  keeper.end()
  await pass(60_000)
  expect(log).toEqual(['keep 1', 'kept 1', 'drop'])
  expect(states.at(-1)).toBe('unsure')
})

test('a draft that is on its way when they were saved is down before it is dropped', async () => {
  answer = () => {}
  type()
  void keeper.flush()
  await pass(0)
  keeper.end()
  await pass(0)
  expect(log).toEqual(['keep 1'])
  const arrives = answer
  answer = null
  arrives?.()
  await pass(60_000)
  expect(log).toEqual(['keep 1', 'kept 1', 'drop'])
})

test('one of a run before is dropped too; without one nothing is asked', async () => {
  keeper.end()
  await pass(0)
  expect(log).toEqual([])
  given(true)
  expect(await keeper.flush()).toBe(true)
  keeper.end()
  await pass(0)
  expect(log).toEqual(['drop'])
})

test('when words can’t be saved once more, they are kept again', async () => {
  type()
  await keeper.flush()
  keeper.end()
  type()
  await pass(300)
  expect(log).toEqual(['keep 1', 'kept 1', 'drop', 'keep 2', 'kept 2'])
})
