import { expect, test, vi } from 'vitest'
import { createAppEvents } from '../../../src/main/services/app/appEvents'

function made() {
  const [toPage, failed] = [vi.fn(), vi.fn()]
  return { toPage, failed, events: createAppEvents({ toPage, failed }) }
}

test('each listener of a name is called with its event, until it stops', () => {
  const { events } = made()
  const [one, other] = [vi.fn(), vi.fn()]
  const stop = events.on('dayChanged', one)
  events.on('clockTicked', other)
  events.emit('dayChanged', { today: '2026-03-02', zone: 'UTC' })
  expect(one).toHaveBeenCalledExactlyOnceWith({ today: '2026-03-02', zone: 'UTC' })
  expect(other).not.toHaveBeenCalled()
  stop()
  events.emit('dayChanged', { today: '2026-03-03', zone: 'UTC' })
  expect(one).toHaveBeenCalledOnce()
})

test('the page is told of what is for it, and of nothing else', () => {
  const { events, toPage } = made()
  events.emit('journalOpened', null)
  events.emit('journalWritten', null)
  expect(toPage).not.toHaveBeenCalled()
  events.emit('capturesChanged', { day: '2026-03-02' })
  expect(toPage).toHaveBeenCalledExactlyOnceWith('capturesChanged', { day: '2026-03-02' })
})

test('a listener that fails keeps no other from it, and one that is added meanwhile waits for the next', () => {
  const { events, failed } = made()
  const [late, other] = [vi.fn(), vi.fn()]
  const error = new Error('made up')
  events.on('clockTicked', () => {
    events.on('clockTicked', late)
    throw error
  })
  events.on('clockTicked', other)
  events.emit('clockTicked', null)
  expect(failed).toHaveBeenCalledExactlyOnceWith(error)
  expect(other).toHaveBeenCalledOnce()
  expect(late).not.toHaveBeenCalled()
})
