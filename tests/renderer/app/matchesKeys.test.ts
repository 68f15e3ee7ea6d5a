import { expect, test } from 'vitest'
import { matchesKeys } from '../../../src/renderer/app/matchesKeys'

const key = (init: KeyboardEventInit) => new KeyboardEvent('keydown', init)

test('the platform’s own modifier counts, and no other one', () => {
  expect(matchesKeys(key({ key: 'n', ctrlKey: true }), 'CmdOrCtrl+N', false)).toBe(true)
  expect(matchesKeys(key({ key: 'n', ctrlKey: true }), 'CmdOrCtrl+N', true)).toBe(false)
  expect(matchesKeys(key({ key: 'n', metaKey: true }), 'CmdOrCtrl+N', true)).toBe(true)
  expect(matchesKeys(key({ key: 'n', ctrlKey: true, shiftKey: true }), 'CmdOrCtrl+N', false)).toBe(false)
  expect(matchesKeys(key({ key: 'C', ctrlKey: true, shiftKey: true }), 'CmdOrCtrl+Shift+C', false)).toBe(true)
})

test('the backslash counts by its place where a layout has it elsewhere', () => {
  expect(matchesKeys(key({ key: '#', code: 'Backslash', ctrlKey: true }), 'CmdOrCtrl+\\', false)).toBe(true)
  expect(matchesKeys(key({ key: '\\', code: 'IntlRo', ctrlKey: true }), 'CmdOrCtrl+\\', false)).toBe(true)
  expect(matchesKeys(key({ key: '#', code: 'Backslash', ctrlKey: true }), 'CmdOrCtrl+N', false)).toBe(false)
})
