import { expect, test, vi } from 'vitest'
import { Failure } from '#shared/domain/failure'
import { createDayLogUpkeep } from '../../../src/main/services/journal/dayLogUpkeep'
import type { AnyDayLogStore } from '../../../src/main/services/ports/dayLogStore'
import { fakeCaptures, madeCapture } from '../made'

const day = '2026-03-02'

/** Captures, and logs of a second kind. */
function made(untidy: Readonly<Record<string, readonly string[]>> = {}) {
  const store = fakeCaptures([madeCapture(1), madeCapture(2)])
  const other: AnyDayLogStore = { ...fakeCaptures([madeCapture(3, { now: laterDay })]), kind: 'encounter' }
  const changed = vi.fn()
  const logs = { allLogs: () => [store, other] }
  const upkeep = createDayLogUpkeep({
    forReading: () => logs,
    forWriting: async () => logs,
    untidyDays: async (kind) => untidy[kind] ?? [],
    changed,
  })
  return { store, other, upkeep, changed }
}
const laterDay = { at: '2026-03-03T08:00:00.000Z', zone: 'UTC' }

test('a look brings in what was left outside, of each kind, and tells of each day once', async () => {
  const { store, upkeep, changed } = made()
  await upkeep.look()
  expect((await store.ofDay(day)).map(({ text }) => text)).toEqual(['Thought 1', 'Thought 2'])
  const told = [
    ['capture', day],
    ['encounter', '2026-03-03'],
  ]
  expect(changed.mock.calls).toEqual(told)
  await upkeep.look()
  expect(changed.mock.calls).toEqual(told)
})

test('a look while the journal is away does nothing and throws nothing', async () => {
  const upkeep = createDayLogUpkeep({
    forReading: () => {
      throw new Failure('folder-missing', 'made up')
    },
    forWriting: () => Promise.reject(new Failure('folder-missing', 'made up')),
    untidyDays: async () => [day],
    changed: vi.fn(),
  })
  await expect(upkeep.look()).resolves.toBeUndefined()
  await expect(upkeep.tidy()).resolves.toBeUndefined()
})

test('after a start only the days that need it are looked at, and none is asked for when none does', async () => {
  const { store, other, upkeep, changed } = made({ encounter: [day] })
  const [untouched, tidied] = [vi.spyOn(store, 'tidy'), vi.spyOn(other, 'tidy').mockResolvedValue([day])]
  await upkeep.tidy()
  expect(tidied.mock.calls).toEqual([[[day]]])
  expect(changed.mock.calls).toEqual([['encounter', day]])
  expect(untouched).not.toHaveBeenCalled()
})
