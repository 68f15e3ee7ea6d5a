import { expect, test } from 'vitest'
import { createEventBuffer } from '../../../src/main/async/eventBuffer'

test('what came before anybody could hear it comes first, all of it and in order', () => {
  const received: number[] = []
  const external = createEventBuffer<number>()
  external.push(1)
  external.push(2)
  external.drainTo((one) => void received.push(one))
  external.push(3)
  expect(received).toEqual([1, 2, 3])
})
