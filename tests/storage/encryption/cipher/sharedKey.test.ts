/** A key that two threads share: what reads it while the other overwrites it gets the whole key or none. */
import { afterEach, expect, test } from 'vitest'
import { isOverwritten, keyIn, overwrite, sharedKey } from '../../../../src/main/storage/encryption/cipher/sharedKey'

const key = Buffer.from(Array.from({ length: 32 }, (_, at) => at + 1))

const { load, store } = Atomics
afterEach(() => {
  Object.assign(Atomics, { load, store })
})

test('it is copied in and out, and overwritten where it is', () => {
  const memory = sharedKey(key)
  expect(keyIn(memory)).toEqual(key)
  overwrite(memory)
  expect(isOverwritten(memory)).toBe(true)
  expect(keyIn(memory)).toBeNull()
  expect(Buffer.from(memory).every((byte) => byte === 0)).toBe(true)
})

test('overwritten between any two steps of a reader, it is whole or not there', () => {
  let steps = 1
  for (let at = 0; at < steps; at++) {
    const memory = sharedKey(key)
    let step = 0
    // Assigned without its types, which know other arrays too.
    Object.assign(Atomics, {
      load(from: Int32Array, index: number) {
        if (step++ === at) overwrite(memory)
        return load(from, index)
      },
    })
    expect(keyIn(memory), `after ${at} steps`).toBeNull()
    steps = step
  }
  expect(steps).toBe(9)
})

test('read between any two steps of what overwrites it, it is whole or not there', () => {
  const memory = sharedKey(key)
  const seen = [keyIn(memory)]
  Object.assign(Atomics, {
    store(to: Int32Array, index: number, value: number) {
      const stored = store(to, index, value)
      seen.push(keyIn(memory))
      return stored
    },
  })
  overwrite(memory)
  expect(seen).toEqual([key, ...Array.from({ length: 9 }, () => null)])
})
