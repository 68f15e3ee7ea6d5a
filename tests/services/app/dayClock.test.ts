import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dayOf } from '#shared/domain/day'
import { type DayClock, startDayClock } from '../../../src/main/services/app/dayClock'
import { setClock } from '../made'

let dayClock: DayClock | null = null
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  dayClock?.stop()
  vi.useRealTimers()
})

function watched(at: string, { zone = 'UTC', dayEnds = '00:00' } = {}) {
  const clock = setClock(at, zone)
  const changed: string[] = []
  const settings = { dayEnds }
  dayClock = startDayClock(
    () => dayOf(clock.now(), settings.dayEnds),
    (today) => changed.push(today),
  )
  return { clock, changed, settings, dayClock }
}

test('the new day is told once, within a quarter of a minute', () => {
  const { clock, changed } = watched('2026-03-02T23:59:50.000Z')
  vi.advanceTimersByTime(60_000)
  expect(changed).toEqual([])
  clock.set('2026-03-03T00:00:01.000Z')
  vi.advanceTimersByTime(15_000)
  expect(changed).toEqual(['2026-03-03'])
  vi.advanceTimersByTime(600_000)
  expect(changed).toEqual(['2026-03-03'])
})

test('it has one timer, of 15 seconds', () => {
  const every = vi.spyOn(globalThis, 'setInterval')
  watched('2026-03-02T12:00:00.000Z')
  expect(every.mock.calls.map(([, milliseconds]) => milliseconds)).toEqual([15_000])
  expect(vi.getTimerCount()).toBe(1)
})

test('a clock that jumps days ahead, and back, is believed both times', () => {
  const { clock, changed } = watched('2026-03-02T12:00:00.000Z')
  clock.set('2026-03-09T12:00:00.000Z')
  vi.advanceTimersByTime(15_000)
  clock.set('2026-03-01T12:00:00.000Z')
  vi.advanceTimersByTime(15_000)
  expect(changed).toEqual(['2026-03-09', '2026-03-01'])
})

test('after sleep it does not wait for a tick', () => {
  const { clock, changed, dayClock } = watched('2026-03-02T22:00:00.000Z')
  clock.set('2026-03-03T07:00:00.000Z')
  dayClock.look()
  expect(changed).toEqual(['2026-03-03'])
})

test('a flight over the date line turns the day', () => {
  const { clock, changed, dayClock } = watched('2026-03-02T12:00:00.000Z')
  clock.set('2026-03-02T12:00:00.000Z', 'Pacific/Kiritimati')
  dayClock.look()
  expect(changed).toEqual(['2026-03-03'])
})

test('the day ends when the setting says, and a change of it is seen', () => {
  const { clock, changed, settings, dayClock } = watched('2026-03-02T23:59:00.000Z', { dayEnds: '04:00' })
  clock.set('2026-03-03T03:59:59.000Z')
  vi.advanceTimersByTime(15_000)
  expect(changed).toEqual([])
  settings.dayEnds = '02:00'
  dayClock.look()
  expect(changed).toEqual(['2026-03-03'])
})

test('once stopped it is silent', () => {
  const { clock, changed, dayClock } = watched('2026-03-02T12:00:00.000Z')
  dayClock.stop()
  clock.set('2026-03-04T12:00:00.000Z')
  vi.advanceTimersByTime(60_000)
  expect(changed).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})
