import { expect, test } from 'vitest'
import { acceleratorOf, acceleratorSchema, suggestedKeys } from '#shared/domain/settings/accelerator'

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }

test.each([
  [{ ...none, code: 'KeyJ', ctrlKey: true, altKey: true }, 'Control+Alt+J', 'Control+Alt+J'],
  [{ ...none, code: 'Space', metaKey: true, shiftKey: true }, 'Super+Shift+Space', 'Command+Shift+Space'],
  [{ ...none, code: 'F9' }, 'F9', 'F9'],
  [{ ...none, code: 'ArrowUp', ctrlKey: true }, 'Control+Up', 'Control+Up'],
  [{ ...none, code: 'Digit1', altKey: true }, 'Alt+1', 'Alt+1'],
])('pressed keys are named as the system takes them: %o', (pressed, elsewhere, mac) => {
  expect(acceleratorOf(pressed, false)).toBe(elsewhere)
  expect(acceleratorOf(pressed, true)).toBe(mac)
})

test.each([
  { ...none, code: 'KeyJ' },
  { ...none, code: 'KeyJ', shiftKey: true },
  { ...none, code: 'ControlLeft', ctrlKey: true },
  { ...none, code: 'Tab', ctrlKey: true },
  { ...none, code: 'F25', ctrlKey: true },
])('keys that would take a letter from other programs, or none: %o', (pressed) => {
  expect(acceleratorOf(pressed, false)).toBeNull()
})

test('what comes from a file or a page is one of those', () => {
  expect(acceleratorSchema.safeParse(suggestedKeys).success).toBe(true)
  for (const keys of ['J', 'Shift+J', 'Control+', 'Control+Alt', 'Hyper+J', 'Control+J+K', '', 'Control+Enter\n'])
    expect(acceleratorSchema.safeParse(keys).success, keys).toBe(false)
})
