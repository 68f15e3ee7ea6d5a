import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { hideWindow } from '../../../src/main/windows/hideWindow'

/** As on macOS, where leaving full screen takes its time. */
function made(isFullScreen: boolean) {
  const steps: string[] = []
  const window = Object.assign(new EventEmitter(), {
    isFullScreen: () => isFullScreen,
    setFullScreen: (flag: boolean) => void steps.push(`full screen ${flag}`),
    hide: () => void steps.push('hide'),
  })
  return { window, steps }
}

test('on macOS a full-screen window leaves full screen first', () => {
  const { window, steps } = made(true)
  hideWindow(window, 'darwin')
  expect(steps).toEqual(['full screen false'])
  window.emit('leave-full-screen')
  expect(steps).toEqual(['full screen false', 'hide'])
})

test.each([
  ['darwin', false],
  ['linux', true],
  ['win32', true],
])('else it only hides (%s, full screen %s)', (platform, isFullScreen) => {
  const { window, steps } = made(isFullScreen)
  hideWindow(window, platform)
  expect(steps).toEqual(['hide'])
})
