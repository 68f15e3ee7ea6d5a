/** A locked screen is noticed on Linux, by children that are there as long as they are needed. */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { monitorBus } from '../../../src/main/system/busMonitor'
import { createScreenLock, type ScreenLock } from '../../../src/main/system/screenLock'
import { fakeBus } from '../../e2e/support/fakeBus'
import { processesWith } from '../../standin/processes'

const folder = mkdtempSync(join(tmpdir(), 'throughline-screen-'))
const signals = join(folder, 'signals')
const now = { isWanted: true, locked: 0 }
let screenLock: ScreenLock

beforeEach(async () => {
  writeFileSync(signals, '')
  for (const [name, value] of Object.entries(await fakeBus(folder, { signals }))) vi.stubEnv(name, value)
  Object.assign(now, { isWanted: true, locked: 0 })
  screenLock = createScreenLock({
    isWanted: () => now.isWanted,
    locked: () => {
      now.locked += 1
    },
  })
})
afterEach(async () => {
  screenLock.stop()
  await expect.poll(() => processesWith(signals)).toEqual([])
  vi.unstubAllEnvs()
})
afterEach(() => rmSync(signals, { force: true }))

const isMonitored = () => expect.poll(() => processesWith(`tail -n 0 -F ${signals}`)).toHaveLength(1)

describe.runIf(process.platform === 'linux')('on Linux', () => {
  test.each([
    '/org/mate/ScreenSaver: org.mate.ScreenSaver.ActiveChanged (true,)',
    "/org/freedesktop/login1/session/_32: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.login1.Session', {'LockedHint': <true>}, @as [])",
    '/org/freedesktop/login1/session/_32: org.freedesktop.login1.Session.Lock ()',
  ])('%s locks', async (signal) => {
    screenLock.look()
    await isMonitored()
    appendFileSync(signals, '/org/mate/ScreenSaver: org.mate.ScreenSaver.ActiveChanged (false,)\n')
    appendFileSync(signals, `${'long '.repeat(20_000)}\n${signal}\n`)
    await expect.poll(() => now.locked).toBe(1)
  })

  test('it is listened to once, and no more when there is nothing to lock', async () => {
    now.isWanted = false
    screenLock.look()
    expect(processesWith(signals)).toEqual([])
    now.isWanted = true
    for (let look = 0; look < 25; look += 1) screenLock.look()
    await isMonitored()
    now.isWanted = false
    screenLock.look()
    await expect.poll(() => processesWith(signals)).toEqual([])
  })

  test('a monitor that could not begin, or came to its end, says so once', async () => {
    vi.stubEnv('PATH', join(folder, 'bin'))
    const ended = vi.fn()
    monitorBus(['--session'], () => undefined, ended)
    await expect.poll(() => ended.mock.calls.length).toBe(1)
  })
})
