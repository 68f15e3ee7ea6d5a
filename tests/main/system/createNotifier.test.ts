import { EventEmitter } from 'node:events'
import type { NotificationConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { createNotifier } from '../../../src/main/system/createNotifier'

function made(part: { platform?: string; answers?: boolean; isSupported?: boolean; says?: string } = {}) {
  const { platform = 'darwin', says = 'show' } = part
  const order: string[] = []
  const options: NotificationConstructorOptions[] = []
  const shown: EventEmitter[] = []
  const notifier = createNotifier({
    platform,
    async answers() {
      order.push('service')
      return part.answers ?? true
    },
    isSupported() {
      order.push('Electron')
      return part.isSupported ?? true
    },
    make(given) {
      options.push(given)
      const notification = Object.assign(new EventEmitter(), { show: () => void notification.emit(says) })
      shown.push(notification)
      return notification
    },
  })
  const labels = ['10', '30', '60', 'tonight', 'tomorrow', 'skip']
  const run = vi.fn()
  const clicked = vi.fn()
  const notice = {
    title: 'End of day',
    body: 'Daily',
    actions: labels.map((label) => ({ label, run: () => run(label) })),
    clicked,
  }
  return { notifier, order, options, shown, run, clicked, show: () => notifier.show(notice) }
}

test('the service is asked before Electron, which may wait for one that hangs', async () => {
  const { show, order, shown } = made()
  expect(await show()).toBe(true)
  expect(order).toEqual(['service', 'Electron'])
  expect(shown).toHaveLength(1)
  const absent = made({ answers: false })
  expect(await absent.show()).toBe(false)
  expect(absent.order).toEqual(['service'])
  expect(absent.shown).toEqual([])
  const unable = made({ isSupported: false })
  expect(await unable.show()).toBe(false)
  expect(unable.shown).toEqual([])
})

test('one that failed was not shown', async () => {
  expect(await made({ says: 'failed' }).show()).toBe(false)
})

test('each button does what it says, also where some had to be left out', async () => {
  const { show, shown, options, run, clicked } = made({ platform: 'win32' })
  await show()
  expect(options[0]?.actions?.map(({ text }) => text)).toEqual(['10', '60', 'tonight', 'tomorrow', 'skip'])
  shown[0]?.emit('action', { actionIndex: 1 })
  expect(run).toHaveBeenCalledExactlyOnceWith('60')
  shown[0]?.emit('action', { actionIndex: 9 })
  expect(run).toHaveBeenCalledOnce()
  shown[0]?.emit('click')
  expect(clicked).toHaveBeenCalledOnce()
})

test('it is kept while it is on the screen, and not for ever where nobody says that it is gone', async () => {
  const { show, shown, notifier } = made()
  await show()
  expect(notifier.kept.size).toBe(1)
  shown[0]?.emit('close', { reason: 'timedOut' })
  expect(notifier.kept.size).toBe(1)
  shown[0]?.emit('close', {})
  expect(notifier.kept.size).toBe(0)
  for (let more = 0; more < 50; more += 1) await show()
  expect([...notifier.kept]).toEqual(shown.slice(-20))
})
