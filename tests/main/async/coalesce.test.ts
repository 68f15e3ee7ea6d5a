import { expect, test, vi } from 'vitest'
import { coalesce } from '../../../src/main/async/coalesce'
import { gate } from '../../services/made'

test('it never runs twice at once, and once more after the last time it was asked for', async () => {
  const gates = [gate(), gate()]
  let [running, most, runs] = [0, 0, 0]
  const ask = coalesce(async () => {
    most = Math.max(most, ++running)
    await gates[runs++]?.opened
    running -= 1
  }, vi.fn())
  for (let time = 0; time < 5; time += 1) void ask()
  gates[0]?.open()
  await vi.waitFor(() => expect(runs).toBe(2))
  gates[1]?.open()
  await vi.waitFor(() => expect(running).toBe(0))
  expect({ most, runs }).toEqual({ most: 1, runs: 2 })
})

test('one that fails is told, and the next runs', async () => {
  const failed = vi.fn()
  const task = vi.fn().mockRejectedValueOnce(new Error('made up')).mockResolvedValue(undefined)
  const ask = coalesce(task, failed)
  void ask()
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce())
  void ask()
  await vi.waitFor(() => expect(task).toHaveBeenCalledTimes(2))
})

test('who waits for it waits for what was asked last', async () => {
  const first = gate()
  let runs = 0
  const ask = coalesce(async () => {
    runs += 1
    if (runs === 1) await first.opened
  }, vi.fn())
  void ask()
  const last = ask()
  first.open()
  await last
  expect(runs).toBe(2)
})
