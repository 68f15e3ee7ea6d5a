import { expect, test } from 'vitest'
import { createEventBuffer } from '../../../src/main/async/eventBuffer'

test('what came before anybody could hear it comes first, all of it and in order', () => {
  const heard: number[] = []
  const hearing = createEventBuffer<number>()
  hearing.come(1)
  hearing.come(2)
  hearing.hearWith((one) => void heard.push(one))
  hearing.come(3)
  expect(heard).toEqual([1, 2, 3])
})
