/** For how long the computer was left alone, also where the system does not know. */
import { expect, test } from 'vitest'
import { createIdle } from '../../../src/main/system/createIdle'

function made(mayBeSilent: boolean) {
  const known = { system: 0, now: 5_000 }
  const idle = createIdle({ mayBeSilent, systemSeconds: () => known.system, now: () => known.now })
  return { idle, known }
}

test('what the system says counts, also when it says 0', () => {
  const { idle, known } = made(false)
  known.now += 900_000
  expect(idle.seconds()).toBe(0)
  known.system = 17
  expect(idle.seconds()).toBe(17)
})

test('where the system has never said more than 0, the app’s own windows count', () => {
  const { idle, known } = made(true)
  known.now += 600_000
  expect(idle.seconds()).toBe(600)
  idle.touched()
  expect(idle.seconds()).toBe(0)
  known.now += 60_999
  expect(idle.seconds()).toBe(60)
})

test('once the system has spoken it is believed', () => {
  const { idle, known } = made(true)
  known.now += 600_000
  known.system = 3
  expect(idle.seconds()).toBe(3)
  known.system = 0
  expect(idle.seconds()).toBe(0)
})
