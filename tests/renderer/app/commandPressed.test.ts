import { expect, test } from 'vitest'
import { commandKeys } from '#shared/contract/commandKeys'
import { commands } from '#shared/contract/commands'
import { editorKeyOf } from '#shared/contract/editorKeys'
import { commandPressed } from '../../../src/renderer/app/commandPressed'
import { pressedKey } from '../../../src/renderer/ui/pressedKey'

const own = commandKeys(undefined).of
const commandOf = (init: KeyboardEventInit, mac = false, keys = own) =>
  commandPressed(pressedKey(new KeyboardEvent('keydown', init)), keys, mac)

test('the platform’s own modifier counts, and no other one', () => {
  expect(commandOf({ key: 'n', ctrlKey: true })).toBe('newEntry')
  expect(commandOf({ key: 'n', ctrlKey: true }, true)).toBeNull()
  expect(commandOf({ key: 'n', metaKey: true }, true)).toBe('newEntry')
  expect(commandOf({ key: 'n', ctrlKey: true, metaKey: true })).toBeNull()
  expect(commandOf({ key: 'n', ctrlKey: true, shiftKey: true })).toBeNull()
  expect(commandOf({ key: 'C', ctrlKey: true, shiftKey: true })).toBe('copyMarkdown')
  expect(commandOf({ key: 'n' })).toBeNull()
})

test('the backslash counts by its place where a layout has it elsewhere, unless another command has what is there', () => {
  expect(commandOf({ key: '#', code: 'Backslash', ctrlKey: true })).toBe('toggleRail')
  expect(commandOf({ key: '\\', code: 'IntlRo', ctrlKey: true })).toBe('toggleRail')
  const { of } = commandKeys({ trash: 'CmdOrCtrl+#' })
  expect(commandOf({ key: '#', code: 'Backslash', ctrlKey: true }, false, of)).toBe('trash')
})

test('the palette has two, and the second is one that no other command can have', () => {
  expect(commandOf({ key: 'P', ctrlKey: true, shiftKey: true })).toBe('palette')
  expect(commandOf({ key: 'k', ctrlKey: true })).toBe('palette')
  for (const command of commands) if ('alsoKeys' in command) expect(editorKeyOf(command.alsoKeys)).not.toBeNull()
})

test('other keys count instead of a command’s own', () => {
  const { of } = commandKeys({ newEntry: 'CmdOrCtrl+J', today: null })
  expect(commandOf({ key: 'j', ctrlKey: true }, false, of)).toBe('newEntry')
  expect(commandOf({ key: 'n', ctrlKey: true }, false, of)).toBeNull()
  expect(commandOf({ key: 't', ctrlKey: true }, false, of)).toBeNull()
})
