/** With MATE's own screen saver and the double of logind that desktops are tested with: a locked screen is noticed. */
import { execFileSync } from 'node:child_process'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createScreenLock } from '../../../src/main/system/screenLock'
import { callOnBus, callOnSystemBus } from '../../../src/main/system/sessionBus'
import { processesWith } from '../../standin/processes'
import { ownBus, running } from './bus'

function watched() {
  const locked = vi.fn()
  const screenLock = createScreenLock({ isWanted: () => true, locked })
  onTestFinished(async () => {
    screenLock.stop()
    await expect.poll(() => processesWith('gdbus monitor')).toEqual([])
  })
  screenLock.look()
  return locked
}

test('the screen saver begins', async () => {
  await ownBus()
  running('mate-screensaver', '--no-daemon')
  const ask = (method: string) =>
    callOnBus('org.mate.ScreenSaver', '/org/mate/ScreenSaver', `org.mate.ScreenSaver.${method}`)
  await expect.poll(() => ask('GetActive')).toBe('(false,)')
  const locked = watched()
  // Again and again: nothing says from when on its signals are waited for.
  const begun = async () => {
    for (const what of ['--deactivate', '--activate']) execFileSync('mate-screensaver-command', [what])
    return locked.mock.calls.length
  }
  await expect.poll(begun, { interval: 500 }).toBeGreaterThan(0)
  expect(await ask('GetActive')).toBe('(true,)')
})

test.each([
  ['asks to lock', 'Lock'],
  ['says that it is locked', 'LockedHint'],
])('the session %s, and no other’s word counts', async (_, how) => {
  await ownBus({ which: 'system' })
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nowhere')
  vi.stubEnv('XDG_SESSION_ID', 'c1')
  // Debian's, which has the module.
  running('/usr/bin/python3', '-m', 'dbusmock', '--system', '--template', 'logind')
  const mock = (path: string, method: string, ...args: string[]) =>
    callOnSystemBus('org.freedesktop.login1', path, `org.freedesktop.DBus.Mock.${method}`, ...args)
  const manager = '/org/freedesktop/login1'
  for (const [id, user] of [
    ['c1', '500'],
    ['c2', '501'],
  ] as const)
    await expect
      .poll(() => mock(manager, 'AddSession', id, 'seat0', `uint32 ${user}`, `person ${user}`, 'true'))
      .toMatch(/session\/c/)
  const locked = watched()
  const lock = (id: string) =>
    how === 'Lock'
      ? mock(`${manager}/session/${id}`, 'EmitSignal', 'org.freedesktop.login1.Session', 'Lock', '', '@av []')
      : mock(`${manager}/session/${id}`, 'UpdateProperties', 'org.freedesktop.login1.Session', "{'LockedHint': <true>}")
  const isLocked = async () => {
    expect(await lock('c1')).not.toBeNull()
    return locked.mock.calls.length
  }
  await expect.poll(isLocked).toBeGreaterThan(0)
  const before = locked.mock.calls.length
  expect(await lock('c2')).not.toBeNull()
  expect(await lock('c1')).not.toBeNull()
  await expect.poll(() => locked.mock.calls.length).toBeGreaterThan(before)
  expect(locked.mock.calls.length).toBe(before + 1)
})
