/** Which keys a command can have, and what a press of them is on the keyboards of this world. */
import { describe, expect, test } from 'vitest'
import { isPressed, keysOfPress, type PressedKey, refusalOf } from '../../../src/shared/domain/settings/commandKeys'

function press(key: string, part: Partial<PressedKey> = {}): PressedKey {
  return { key, code: '', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, isAltGr: false, ...part }
}

describe('keys that a command', () => {
  test.each([
    'CmdOrCtrl+J',
    'CmdOrCtrl+Shift+J',
    'CmdOrCtrl+Alt+Shift+J',
    'CmdOrCtrl+5',
    'CmdOrCtrl+,',
    'CmdOrCtrl+#',
    'CmdOrCtrl+É',
    'CmdOrCtrl+Й',
    'CmdOrCtrl+字',
    'F1',
    'F24',
    'Shift+F5',
    'CmdOrCtrl+Alt+F2',
  ])('can have: %s', (keys) => expect(refusalOf(keys)).toBeNull())

  test.each([
    '',
    'J',
    'Shift+J',
    'Alt+J',
    'CmdOrCtrl',
    'CmdOrCtrl+',
    'CmdOrCtrl+j',
    'CmdOrCtrl+JJ',
    'Ctrl+J',
    'Shift+CmdOrCtrl+J',
    'CmdOrCtrl+Shift+5',
    'CmdOrCtrl+Shift+?',
    'CmdOrCtrl+ ',
    'CmdOrCtrl+Enter',
    'CmdOrCtrl+\u0301',
    'CmdOrCtrl+😀',
    'F0',
    'F25',
    'F1+F2',
    ' CmdOrCtrl+J',
    'CmdOrCtrl+J\n',
    'CmdOrCtrl+\u0000',
  ])('can’t have: %j', (keys) => expect(refusalOf(keys)).toBe('unfit'))

  test.each(['CmdOrCtrl+C', 'CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Q', 'CmdOrCtrl+0', 'CmdOrCtrl+-', 'F11', 'Alt+F4'])(
    'can’t have, since they are everybody’s: %s',
    (keys) => expect(refusalOf(keys)).toBe('reserved'),
  )
})

describe('a press', () => {
  test.each([
    ['a letter', press('j', { ctrlKey: true, code: 'KeyJ' }), false, 'CmdOrCtrl+J'],
    [
      'with the other modifiers',
      press('J', { ctrlKey: true, altKey: true, shiftKey: true }),
      false,
      'CmdOrCtrl+Alt+Shift+J',
    ],
    ['on a Mac', press('j', { metaKey: true }), true, 'CmdOrCtrl+J'],
    [
      'with Option on a Mac, which makes another sign',
      press('∆', { metaKey: true, altKey: true, code: 'KeyJ' }),
      true,
      'CmdOrCtrl+Alt+J',
    ],
    ['by what a Dvorak layout produces', press('h', { ctrlKey: true, code: 'KeyJ' }), false, 'CmdOrCtrl+H'],
    ['by what a French layout produces', press('é', { ctrlKey: true, code: 'Digit2' }), false, 'CmdOrCtrl+É'],
    ['by what a Russian layout produces', press('о', { ctrlKey: true, code: 'KeyJ' }), false, 'CmdOrCtrl+О'],
    ['a letter without a capital of one letter', press('ß', { ctrlKey: true }), false, 'CmdOrCtrl+ß'],
    ['a function key', press('F5', { shiftKey: true }), false, 'Shift+F5'],
    ['a letter alone', press('j'), false, 'J'],
  ] as const)('of %s', (_, pressed, mac, keys) => {
    expect(keysOfPress(pressed, mac)).toBe(keys)
    expect(isPressed(pressed, keys, mac)).toBe(true)
    expect(isPressed({ ...pressed, altKey: !pressed.altKey }, keys, mac)).toBe(false)
  })

  test.each([
    ['a modifier alone', press('Control', { ctrlKey: true }), false],
    ['what AltGr writes', press('@', { ctrlKey: true, altKey: true, isAltGr: true, code: 'KeyQ' }), false],
    ['a dead key', press('Dead', { ctrlKey: true, code: 'BracketLeft' }), false],
    ['an input method', press('Process', { ctrlKey: true }), false],
    ['a key without a name', press('Unidentified', { ctrlKey: true }), false],
    ['the Windows key', press('j', { metaKey: true }), false],
    ['Control on a Mac', press('j', { ctrlKey: true, metaKey: true }), true],
    ['an arrow', press('ArrowUp', { ctrlKey: true }), false],
  ] as const)('of %s is none', (_, pressed, mac) => expect(keysOfPress(pressed, mac)).toBeNull())
})
