import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  SELECT_ALL_COMMAND,
} from 'lexical'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyDocument } from '../../../src/shared/document/document'
import { answers, editorOf, outline, settled, textOf, type } from '../answers'

let page: ReturnType<typeof answers>
let roots: HTMLElement[]
beforeEach(() => {
  page = answers([emptyDocument(), null, emptyDocument(), emptyDocument()])
  roots = [0, 2, 3].map(attach)
})
afterEach(() => {
  page.group.dispose()
  for (const root of roots) root.remove()
})

function attach(at: number): HTMLElement {
  const root = document.createElement('div')
  root.contentEditable = 'true'
  root.tabIndex = 0
  document.body.append(root)
  editorOf(page.group, at).setRootElement(root)
  return root
}

/** Where the caret is, by section; -1 outside. */
const focused = () => [0, 2, 3].find((at) => editorOf(page.group, at).getRootElement() === document.activeElement) ?? -1

async function press(at: number, command: LexicalCommand<KeyboardEvent>, init: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { cancelable: true, ...init })
  editorOf(page.group, at).dispatchCommand(command, event)
  await settled()
  return event.defaultPrevented
}

test('Tab goes on to the next answer, over what can’t be shown, and leaves after the last', async () => {
  await type(editorOf(page.group, 0), 'a')
  expect(await press(0, KEY_TAB_COMMAND, { key: 'Tab' })).toBe(true)
  expect(focused()).toBe(2)
  expect(await press(2, KEY_TAB_COMMAND, { key: 'Tab', shiftKey: true })).toBe(true)
  expect(focused()).toBe(0)
  expect(await press(3, KEY_TAB_COMMAND, { key: 'Tab' })).toBe(false)
  expect(await press(0, KEY_TAB_COMMAND, { key: 'Tab', shiftKey: true })).toBe(false)
})

test('collapsed answers are passed over', async () => {
  await type(editorOf(page.group, 0), 'a')
  editorOf(page.group, 2).setRootElement(null)
  await press(0, KEY_TAB_COMMAND, { key: 'Tab' })
  expect(focused()).toBe(3)
})

test('Tab with other keys is not ours', async () => {
  expect(await press(0, KEY_TAB_COMMAND, { key: 'Tab', ctrlKey: true })).toBe(false)
})

test('Ctrl or Cmd with Enter goes on, with Shift back, also out of a list, and writes nothing', async () => {
  await type(editorOf(page.group, 0), '- a')
  await press(0, KEY_DOWN_COMMAND, { key: 'Enter', ctrlKey: true })
  expect(focused()).toBe(2)
  await press(2, KEY_DOWN_COMMAND, { key: 'Enter', metaKey: true, shiftKey: true })
  expect(focused()).toBe(0)
  await press(3, KEY_DOWN_COMMAND, { key: 'Enter', metaKey: true })
  expect(outline(editorOf(page.group, 0))).toBe('list.bullet(listitem("a"))')
})

test('right at the very end and left at the very start cross over; elsewhere they don’t', async () => {
  await type(editorOf(page.group, 0), 'ab')
  await type(editorOf(page.group, 2), 'cd')
  expect(await press(0, KEY_ARROW_RIGHT_COMMAND, { shiftKey: true })).toBe(false)
  await press(0, KEY_ARROW_RIGHT_COMMAND)
  expect(focused()).toBe(2)
  expect(caret(2)).toBe(0)
  await press(2, KEY_ARROW_LEFT_COMMAND)
  expect(focused()).toBe(0)
  expect(caret(0)).toBe(2)
  editorOf(page.group, 0).update(() => void $getRoot().getFirstDescendant()?.selectStart())
  await settled()
  await press(0, KEY_ARROW_RIGHT_COMMAND)
  expect(focused()).toBe(0)
})

function caret(at: number): number {
  return editorOf(page.group, at)
    .getEditorState()
    .read(() => {
      const selection = $getSelection()
      return $isRangeSelection(selection) && selection.isCollapsed() ? selection.anchor.offset : -1
    })
}

test('Escape goes to what stands with the question', async () => {
  await type(editorOf(page.group, 2), 'a')
  await press(2, KEY_ESCAPE_COMMAND)
  expect(page.leave).toHaveBeenCalledExactlyOnceWith(2)
})

test('select all takes one answer, and what replaces it leaves the others alone', async () => {
  await type(editorOf(page.group, 0), 'first')
  await type(editorOf(page.group, 2), 'second')
  editorOf(page.group, 0).dispatchCommand(SELECT_ALL_COMMAND, new KeyboardEvent('keydown'))
  await settled()
  await type(editorOf(page.group, 0), 'x')
  expect(textOf(editorOf(page.group, 0))).toBe('x')
  expect(textOf(editorOf(page.group, 2))).toBe('second')
})
