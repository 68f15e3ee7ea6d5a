/** What was chosen last stays on the device; what says something of a locked journal does not. */
import { expect, test } from 'vitest'
import { maxRecent } from '#shared/contract/recent'
import { createAppEvents } from '../../../src/main/services/app/appEvents'
import { createRecentChoices } from '../../../src/main/services/app/recentChoices'
import { idOf } from '../made'

function made(stored: readonly string[] = [], hasLock = false) {
  const events = createAppEvents({ toPage: () => undefined, failed: (error) => expect.fail(String(error)) })
  const device = { stored, hasLock }
  const start = () =>
    createRecentChoices({
      events,
      stored: () => device.stored,
      async store(ids) {
        device.stored = ids
      },
      hasLock: () => device.hasLock,
    })
  return { events, device, start, recent: start() }
}

const page = (number: number) => `page:${idOf(number)}`

test('the last choice comes first, each once, and only so many', async () => {
  const { recent, start } = made()
  for (let at = 0; at < maxRecent + 3; at += 1) await recent.add(page(at))
  await recent.add(page(10))
  expect(recent.read()).toHaveLength(maxRecent)
  expect(recent.read().slice(0, 3)).toEqual([page(10), page(14), page(13)])
  expect(start().read()).toEqual(recent.read())
})

test('pages of a journal with a lock are remembered while it is open, and nowhere else', async () => {
  const { recent, device, events } = made([], true)
  await recent.add(page(1))
  await recent.add('command:today')
  expect(recent.read()).toEqual(['command:today', page(1)])
  expect(device.stored).toEqual(['command:today'])
  device.hasLock = false
  events.emit('journalLocked', null)
  expect(recent.read()).toEqual(['command:today'])
})

test('what was remembered before a lock was turned on goes once it is', () => {
  const { recent, device, events } = made([page(1), 'template:weekly'])
  expect(recent.read()).toHaveLength(2)
  device.hasLock = true
  events.emit('journalOpened', null)
  expect(device.stored).toEqual(['template:weekly'])
  expect(recent.read()).toEqual(['template:weekly'])
})
