/** The start at login on Windows: what Electron keeps of it in the registry, and that the app's own words find it again. */
import { expect, test } from 'vitest'
import { isOnAtLogin, loginItemOf } from '../../src/main/system/startAtLogin'
import { LoginItems } from './loginItems'

const options = ['--hidden', '--user-data-dir=C:\\Users\\Ann Lee\\Journal']

test.each([
  'C:\\Apps\\Throughline\\Throughline.exe',
  'C:\\Users\\Ann Lee\\AppData\\Local\\Programs\\Throughline\\Throughline.exe',
])('%s is on once it is chosen, and off when it is not', (program) => {
  const items = new LoginItems(program)
  const item = loginItemOf('win32', program, options)
  const isOn = () => isOnAtLogin('win32', items.get(item))
  expect(isOn()).toBe(false)
  items.set({ ...item, openAtLogin: true })
  expect(isOn()).toBe(true)
  items.set({ ...item, openAtLogin: false })
  expect(isOn()).toBe(false)
})

test('another program, or the same with other switches, is not this one', () => {
  const items = new LoginItems('C:\\a b\\x.exe')
  items.set({ ...loginItemOf('win32', 'C:\\a b\\x.exe', options), openAtLogin: true })
  expect(isOnAtLogin('win32', items.get(loginItemOf('win32', 'C:\\a c\\x.exe', options)))).toBe(false)
  expect(isOnAtLogin('win32', items.get(loginItemOf('win32', 'C:\\a b\\x.exe', [])))).toBe(false)
})

test('macOS gets the path as it is', () => {
  expect(loginItemOf('darwin', '/Applications/A B.app', [])).toEqual({ path: '/Applications/A B.app', args: [] })
})
