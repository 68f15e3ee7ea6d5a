import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLifecycle } from '../../../src/main/services/app/lifecycle'
import type { StartRequest } from '../../../src/main/services/app/startRequest'
import { gate } from '../made'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const plain: StartRequest = { page: null, command: null, capture: false, hidden: false }
const weekly = { template: 'weekly', isNew: true }

function made() {
  const released = gate()
  const needs = {
    quit: vi.fn(),
    window: { open: vi.fn(), openMinimized: vi.fn(), bringForward: vi.fn() },
    captureWindow: { prepareSoon: vi.fn(), close: vi.fn() },
    quickCapture: { open: vi.fn() },
    captureKeys: { start: vi.fn(), stop: vi.fn(), tryOut: vi.fn(() => null) },
    background: { isReachable: vi.fn(async () => true), staysAfterClosing: vi.fn(async (_?: () => boolean) => true) },
    pageRequests: { ask: vi.fn(), pageEnded: vi.fn() },
    drawTray: vi.fn(async () => {}),
    look: vi.fn(),
    lookAtFiles: vi.fn(),
    shutdown: { flush: vi.fn(), holdsWords: vi.fn(() => false), end: vi.fn(() => released.opened) },
    wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
  }
  return { ...needs, released, life: createLifecycle(needs) }
}

test('it begins with its window, and with what was asked for', async () => {
  const { life, window, pageRequests, captureKeys, captureWindow, quickCapture, background } = made()
  await life.begin({ ...plain, page: weekly })
  expect(pageRequests.ask).toHaveBeenCalledWith(expect.objectContaining({ page: weekly }))
  expect(window.open).toHaveBeenCalledOnce()
  expect(captureKeys.start).toHaveBeenCalledOnce()
  expect(captureWindow.prepareSoon).toHaveBeenCalledOnce()
  expect(quickCapture.open).not.toHaveBeenCalled()
  expect(background.isReachable).not.toHaveBeenCalled()
})

test('hidden it asks for its tray when that is drawn, and again while the desktop begins', async () => {
  const { life, window, background, drawTray } = made()
  const drawn = gate()
  drawTray.mockReturnValue(drawn.opened)
  background.isReachable.mockResolvedValueOnce(false).mockResolvedValueOnce(false)
  const begun = life.begin({ ...plain, hidden: true })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(background.isReachable).not.toHaveBeenCalled()
  drawn.open()
  await vi.advanceTimersByTimeAsync(3_000)
  await begun
  expect(background.isReachable).toHaveBeenCalledTimes(3)
  expect(window.open).not.toHaveBeenCalled()
  expect(window.openMinimized).not.toHaveBeenCalled()
})

test('where no tray comes it is in the taskbar, after a while', async () => {
  const { life, window, background } = made()
  background.isReachable.mockResolvedValue(false)
  const begun = life.begin({ ...plain, hidden: true })
  await vi.advanceTimersByTimeAsync(9_000)
  expect(window.openMinimized).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(3_000)
  await begun
  expect(window.openMinimized).toHaveBeenCalledOnce()
  expect(window.open).not.toHaveBeenCalled()
})

test('one that is quit while it looks for its tray opens nothing', async () => {
  const { life, window, background } = made()
  background.isReachable.mockResolvedValue(false)
  const begun = life.begin({ ...plain, hidden: true })
  await vi.advanceTimersByTimeAsync(2_000)
  life.quitBegan()
  await vi.advanceTimersByTimeAsync(20_000)
  await begun
  expect(window.openMinimized).not.toHaveBeenCalled()
})

test('one that is quit before it began opens nothing, nor when its icon is clicked on its way out', async () => {
  const { life, window, captureKeys } = made()
  life.quitBegan()
  await life.begin(plain)
  life.mayEnd()
  life.activated()
  expect(window.open).not.toHaveBeenCalled()
  expect(captureKeys.start).not.toHaveBeenCalled()
})

test.each([
  [true, null],
  [{ kind: 'win', text: 'From a link' } as const, { kind: 'win', text: 'From a link' }],
])('for a thought the field alone opens (%j)', async (capture, offered) => {
  const { life, window, quickCapture, background } = made()
  await life.begin({ ...plain, capture })
  expect(quickCapture.open).toHaveBeenCalledExactlyOnceWith(offered)
  expect(window.open).not.toHaveBeenCalled()
  expect(background.isReachable).toHaveBeenCalled()
})

test('another start brings the window forward, or what it asks for', () => {
  const { life, window, pageRequests, quickCapture, look } = made()
  life.startedAgain({ ...plain, hidden: true })
  expect(window.bringForward).not.toHaveBeenCalled()
  life.startedAgain(null)
  expect(pageRequests.ask).not.toHaveBeenCalled()
  expect(window.bringForward).toHaveBeenCalledTimes(1)
  life.startedAgain({ ...plain, page: weekly })
  life.startedAgain({ ...plain, command: 'reminders' })
  expect(pageRequests.ask.mock.calls).toMatchObject([[{ page: weekly }], [{ command: 'reminders' }]])
  expect(window.bringForward).toHaveBeenCalledTimes(3)
  life.startedAgain({ ...plain, capture: true })
  expect(quickCapture.open).toHaveBeenCalledExactlyOnceWith(null)
  expect(window.bringForward).toHaveBeenCalledTimes(3)
  expect(look).toHaveBeenCalledTimes(5)
})

test('the tray opens a page, the field, the reminders also without a window, and quits', () => {
  const { life, window, pageRequests, quickCapture, quit } = made()
  life.run({ kind: 'open', page: weekly })
  life.run({ kind: 'reminders' })
  expect(pageRequests.ask.mock.calls).toEqual([[{ page: weekly }], [{ command: 'reminders' }]])
  expect(window.bringForward).toHaveBeenCalledTimes(2)
  life.run({ kind: 'capture' })
  expect(quickCapture.open).toHaveBeenCalledOnce()
  expect(quit).not.toHaveBeenCalled()
  life.run({ kind: 'quit' })
  expect(quit).toHaveBeenCalledOnce()
})

test('a command of the menu shows the window first, and a thought its field alone', () => {
  const { life, window, pageRequests, quickCapture } = made()
  life.chosen('settings')
  expect(pageRequests.ask).toHaveBeenCalledExactlyOnceWith({ command: 'settings' })
  expect(window.bringForward).toHaveBeenCalledOnce()
  life.chosen('capture')
  expect(quickCapture.open).toHaveBeenCalledOnce()
  expect(window.bringForward).toHaveBeenCalledOnce()
})

test('closing the window hides it where the app stays; else the app ends, however it began', async () => {
  const { life, background, quit, captureWindow } = made()
  await life.begin({ ...plain, hidden: true })
  expect(await life.hides()).toBe(true)
  background.staysAfterClosing.mockResolvedValue(false)
  expect(await life.hides()).toBe(false)
  expect(quit).not.toHaveBeenCalled()
  life.closed()
  expect(captureWindow.close).toHaveBeenCalledOnce()
  expect(quit).toHaveBeenCalledOnce()
})

test('quitting closes it for good and asks nobody', async () => {
  const { life, background, captureKeys, captureWindow } = made()
  life.quitBegan()
  expect(await life.hides()).toBe(false)
  expect(background.staysAfterClosing).not.toHaveBeenCalled()
  expect(captureKeys.stop).toHaveBeenCalledOnce()
  expect(captureWindow.close).toHaveBeenCalledOnce()
})

test('a quit that comes while the person is asked does not wait for the answer, and takes none', async () => {
  const { life, background } = made()
  const answer = gate()
  let matters = () => true
  background.staysAfterClosing.mockImplementation(async (given = () => true) => {
    matters = given
    await answer.opened
    return true
  })
  const hides = life.hides()
  await Promise.resolve()
  expect(matters()).toBe(true)
  life.quitBegan()
  expect(await hides).toBe(false)
  expect(matters()).toBe(false)
  answer.open()
})

test('who stays with unsaved words has the keys again, and closing hides again', async () => {
  const { life, captureKeys, captureWindow } = made()
  life.quitBegan()
  life.stayed()
  expect(captureKeys.start).toHaveBeenCalledOnce()
  expect(captureWindow.prepareSoon).toHaveBeenCalledOnce()
  expect(await life.hides()).toBe(true)
})

test('what can’t be asked ends the app rather than leave it where nobody sees it', async () => {
  const { life, background } = made()
  background.staysAfterClosing.mockRejectedValue(new Error('made up'))
  expect(await life.hides()).toBe(false)
})

test('the end waits until all is kept, once, and then comes by itself', async () => {
  const { life, quit, shutdown, released, window } = made()
  expect(life.mayEnd()).toBe(false)
  expect(life.mayEnd()).toBe(false)
  expect(shutdown.end).toHaveBeenCalledOnce()
  expect(quit).not.toHaveBeenCalled()
  life.startedAgain(null)
  expect(window.bringForward).not.toHaveBeenCalled()
  released.open()
  await vi.waitFor(() => expect(quit).toHaveBeenCalledOnce())
  expect(life.mayEnd()).toBe(true)
})

test('what could not be kept does not keep the app from ending', async () => {
  const { life, quit, shutdown } = made()
  shutdown.end.mockRejectedValue(new Error('made up'))
  expect(life.mayEnd()).toBe(false)
  await vi.waitFor(() => expect(quit).toHaveBeenCalledOnce())
  expect(life.mayEnd()).toBe(true)
})

test('sleep saves what is written, waking looks at the clock, the end of the session waits for the app', () => {
  const { life, shutdown, look, lookAtFiles, quit, window } = made()
  life.suspended()
  expect(shutdown.flush).toHaveBeenCalledOnce()
  life.resumed()
  expect(lookAtFiles).toHaveBeenLastCalledWith(true)
  life.focused()
  expect(lookAtFiles).toHaveBeenLastCalledWith(false)
  expect(look).toHaveBeenCalledOnce()
  const event = { preventDefault: vi.fn() }
  life.sessionEnded(event)
  expect(event.preventDefault).toHaveBeenCalledOnce()
  expect(quit).toHaveBeenCalledOnce()
  life.activated()
  expect(window.open).toHaveBeenCalledOnce()
})

test('Windows is stopped from ending the session only while words are not saved, and goes on once the app has ended', () => {
  const { life, shutdown, quit } = made()
  const event = { preventDefault: vi.fn() }
  life.sessionAsked(event)
  expect(shutdown.flush).toHaveBeenCalledOnce()
  expect(event.preventDefault).not.toHaveBeenCalled()
  expect(quit).not.toHaveBeenCalled()
  shutdown.holdsWords.mockReturnValue(true)
  life.sessionAsked(event)
  expect(event.preventDefault).toHaveBeenCalledOnce()
  expect(quit).toHaveBeenCalledOnce()
})

test('a page that is gone hears nothing any more, and tries no keys out', () => {
  const { life, pageRequests, captureKeys } = made()
  life.pageEnded()
  expect(pageRequests.pageEnded).toHaveBeenCalledOnce()
  expect(captureKeys.tryOut).toHaveBeenCalledExactlyOnceWith(false)
})
