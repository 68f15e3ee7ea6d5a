import { expect, test, vi } from 'vitest'
import type { StartRequest } from '../../../src/main/services/app/startRequest'
import { asAtLogin, isOnAtLogin } from '../../../src/main/system/startAtLogin'

const known = { openAtLogin: true, wasOpenedAtLogin: false, executableWillLaunchAtLogin: true }
const plain: StartRequest = { page: null, command: null, capture: false, hidden: false }

test('it is on when the system says so, and on Windows only while nobody switched it off there', () => {
  expect(isOnAtLogin('win32', known)).toBe(true)
  expect(isOnAtLogin('win32', { ...known, executableWillLaunchAtLogin: false })).toBe(false)
  expect(isOnAtLogin('win32', { ...known, openAtLogin: false })).toBe(false)
  // Elsewhere it says nothing.
  expect(isOnAtLogin('darwin', { ...known, executableWillLaunchAtLogin: false })).toBe(true)
  expect(isOnAtLogin('darwin', { ...known, openAtLogin: false })).toBe(false)
})

test('a start at login is hidden on macOS as well, where it has no switches', () => {
  const atLogin = () => ({ ...known, wasOpenedAtLogin: true })
  expect(asAtLogin('darwin', plain, atLogin)).toEqual({ ...plain, hidden: true })
  expect(asAtLogin('darwin', plain, () => known)).toEqual(plain)
  // Who asks for something is there.
  for (const asks of [
    { ...plain, capture: true },
    { ...plain, command: 'reminders' as const },
    { ...plain, page: { template: null, isNew: false } },
  ])
    expect(asAtLogin('darwin', asks, atLogin)).toEqual(asks)
})

test('elsewhere the switch says it, and nobody is asked', () => {
  const ask = vi.fn(() => known)
  for (const platform of ['linux', 'win32'])
    for (const hidden of [true, false]) expect(asAtLogin(platform, { ...plain, hidden }, ask).hidden).toBe(hidden)
  expect(ask).not.toHaveBeenCalled()
})
