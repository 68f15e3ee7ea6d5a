/** What each platform is told of the app at hand, on made-up parts: neither macOS nor Windows is needed. */
import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { handleSecondInstance } from '../../../src/main/app/handleSecondInstance'
import { launchItems } from '../../../src/main/services/app/launchItems'
import type { StartRequest } from '../../../src/main/services/app/startRequest'
import { trayMenu } from '../../../src/main/services/app/trayMenu'
import { fittingActions } from '../../../src/main/system/fittingActions'
import { dockTemplate, menuTemplate } from '../../../src/main/system/menuTemplate'
import { taskList } from '../../../src/main/system/taskList'
import { whetherShown } from '../../../src/main/system/whetherShown'

const model = trayMenu({
  isWritten: false,
  reminding: { today: '2026-03-02', next: [], waiting: [], snoozes: [] },
  pausedUntil: null,
  hasReminders: true,
  locale: 'en-GB',
})
const labels = (items: readonly { label?: string; type?: string }[]) => items.map(({ label, type }) => label ?? type)

test('the tray’s menu has all of the model, the Dock’s all but the way out that it has itself', () => {
  const run = vi.fn()
  const day = ['Write today’s page', 'No reminder is scheduled.', 'Pause reminders']
  const tray = menuTemplate(model, run)
  expect(labels(tray)).toEqual([
    ...['New reflection', 'Quick capture', 'separator', ...day, 'separator', 'Open Throughline', 'Quit'],
  ])
  const dock = dockTemplate(model, run)
  expect(labels(dock)).toEqual([
    ...['New reflection', 'Quick capture', 'separator', ...day, 'separator', 'Open Throughline'],
  ])
  const [, capture] = dock
  // The template's own click, which asks for nothing of what Electron hands over.
  ;(capture?.click as (() => void) | undefined)?.()
  expect(run).toHaveBeenCalledExactlyOnceWith({ kind: 'capture' })
})

test('an ampersand in a name marks no letter', () => {
  const [item] = menuTemplate({ groups: [[{ label: 'R&D', action: null }]] }, vi.fn())
  expect(item).toEqual({ label: 'R&&D' })
})

test('a jump list starts the app again for each entry point', () => {
  const tasks = taskList(launchItems, 'C:\\Programs\\Throughline.exe')
  expect(tasks.map(({ title, arguments: argument }) => [title, argument])).toEqual([
    ['Open today', '--today'],
    ['New reflection', '--new=daily'],
    ['Quick capture', '--capture'],
    ['Reminders', '--reminders'],
    ['Quit', '--quit'],
  ])
  for (const { program, iconPath } of tasks) expect([program, iconPath]).toEqual(Array(2).fill(tasks[0]?.program))
})

test('Windows gets the five buttons that it allows, the first and the last among them; elsewhere all are offered', () => {
  const six = ['10', '30', '60', 'tonight', 'tomorrow', 'skip']
  expect(fittingActions(six, 'win32')).toEqual(['10', '60', 'tonight', 'tomorrow', 'skip'])
  expect(fittingActions(six.slice(0, 5), 'win32')).toEqual(six.slice(0, 5))
  expect(fittingActions(six, 'darwin')).toEqual(six)
  expect(fittingActions([], 'win32')).toEqual([])
})

test('a notification that failed was not shown; one of which nothing is heard was', async () => {
  const made = (says: string | null) => {
    const emitter = new EventEmitter()
    return Object.assign(emitter, { show: () => void (says !== null && emitter.emit(says)) })
  }
  expect(await whetherShown(made('show'))).toBe(true)
  expect(await whetherShown(made('failed'))).toBe(false)
  expect(await whetherShown(made(null), 1)).toBe(true)
})

function secondInstance() {
  const life = { startedAgain: vi.fn(), run: vi.fn() }
  return {
    life,
    start: (...argv: string[]) => handleSecondInstance({ kind: 'start', argv }, life),
    link: (url: string) => handleSecondInstance({ kind: 'link', url }, life),
  }
}

test('a link of macOS asks as another start does; one that asks for anything else does nothing', () => {
  const { link, life } = secondInstance()
  const plain: StartRequest = { page: null, command: null, capture: false, hidden: false }
  link('throughline://capture?text=Offered&kind=win')
  expect(life.startedAgain).toHaveBeenLastCalledWith({ ...plain, capture: { text: 'Offered', kind: 'win' } })
  link('throughline://search?q=ledger')
  expect(life.startedAgain).toHaveBeenLastCalledWith({ ...plain, link: { kind: 'search', query: 'ledger' } })
  link('throughline://erase?all')
  link('https://example.com/?text=x')
  expect(life.startedAgain).toHaveBeenCalledTimes(2)
})

test('another start hands over what it asks for; what makes no sense, or writes by itself, asks for nothing', () => {
  const { start, life } = secondInstance()
  const plain: StartRequest = { page: null, command: null, capture: false, hidden: false }
  start('--reminders')
  expect(life.startedAgain).toHaveBeenLastCalledWith({ kind: 'open', ...plain, command: 'reminders' })
  for (const argv of [['--new=nonsense'], ['--export=/etc'], ['--today', '--today'], ['-'.repeat(20_000)]]) {
    start(...argv)
    expect(life.startedAgain).toHaveBeenLastCalledWith(null)
  }
  expect(life.run).not.toHaveBeenCalled()
  // Chromium sorts what is handed over: the app's folder, first where it was typed, stands behind the switches.
  start('--capture', '.')
  expect(life.startedAgain).toHaveBeenLastCalledWith({ kind: 'open', ...plain, capture: true })
  start('.', 'THROUGHLINE://capture?text=a')
  expect(life.startedAgain).toHaveBeenLastCalledWith({ kind: 'open', ...plain, capture: { text: 'a', kind: 'note' } })
  start('--quit')
  expect(life.run).toHaveBeenCalledExactlyOnceWith({ kind: 'quit' })
})
