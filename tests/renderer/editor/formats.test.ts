import {
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  OUTDENT_CONTENT_COMMAND,
  SELECT_ALL_COMMAND,
  type TextFormatType,
} from 'lexical'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isPressed } from '../../../src/renderer/editor/formatting/accelerator'
import { toggleBlock } from '../../../src/renderer/editor/formatting/blockFormats'
import { formatActions } from '../../../src/renderer/editor/formatting/formatActions'
import { maxListDepth } from '../../../src/shared/document/document'
import { answers, editorOf, outline, settled, stored, type } from '../answers'

let page: ReturnType<typeof answers>
let editor: LexicalEditor
beforeEach(() => {
  page = answers()
  editor = editorOf(page.group, 0)
})
afterEach(() => page.group.dispose())

async function selectAll(): Promise<void> {
  editor.dispatchCommand(SELECT_ALL_COMMAND, new KeyboardEvent('keydown'))
  await settled()
}

test.each(['bold', 'italic', 'strikethrough', 'code'] satisfies TextFormatType[])('%s is a format', async (format) => {
  await type(editor, 'a')
  await selectAll()
  editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)
  await settled()
  expect(outline(editor)).toBe(`paragraph(${format}:"a")`)
})

test.each([
  'underline',
  'highlight',
  'subscript',
  'superscript',
  'lowercase',
  'uppercase',
  'capitalize',
] satisfies TextFormatType[])('%s is none', async (format) => {
  await type(editor, 'a')
  await selectAll()
  editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)
  await settled()
  expect(outline(editor)).toBe('paragraph("a")')
})

test('paragraphs are neither aligned nor indented', async () => {
  await type(editor, 'a')
  editor.dispatchCommand(FORMAT_ELEMENT_COMMAND, 'center')
  editor.dispatchCommand(INDENT_CONTENT_COMMAND)
  await settled()
  expect(stored(editor).root.children[0]).toMatchObject({ format: '', indent: 0 })
})

test('text in a code block has no formats', async () => {
  await type(editor, '``` a')
  await selectAll()
  editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')
  await settled()
  expect(outline(editor)).toBe('code("a")')
})

test('Tab nests an item below the one before it, Shift+Tab brings it back', async () => {
  await type(editor, '- a\nb')
  editor.dispatchCommand(KEY_TAB_COMMAND, new KeyboardEvent('keydown', { key: 'Tab' }))
  await settled()
  expect(outline(editor)).toBe('list.bullet(listitem("a") listitem(list.bullet(listitem("b"))))')
  editor.dispatchCommand(KEY_TAB_COMMAND, new KeyboardEvent('keydown', { key: 'Tab', shiftKey: true }))
  await settled()
  expect(outline(editor)).toBe('list.bullet(listitem("a") listitem("b"))')
})

test('lists nest no deeper than can be stored', async () => {
  await type(editor, '- a')
  for (let level = 0; level < maxListDepth + 5; level += 1) {
    await type(editor, '\nb')
    for (let times = 0; times <= level; times += 1) {
      editor.dispatchCommand(INDENT_CONTENT_COMMAND)
      await settled()
    }
  }
  const depth = outline(editor).split('list.bullet(').length - 1
  expect(depth).toBeLessThanOrEqual(maxListDepth)
  expect(depth).toBeGreaterThan(maxListDepth / 2)
  editor.dispatchCommand(OUTDENT_CONTENT_COMMAND)
})

describe('blocks', () => {
  test.each([
    ['heading', 'heading.h2("a")'],
    ['quote', 'quote("a")'],
    ['code', 'code("a")'],
    ['bullet', 'list.bullet(listitem("a"))'],
    ['number', 'list.number(listitem("a"))'],
    ['check', 'list.check(listitem.o("a"))'],
  ] as const)('%s, and a paragraph again', async (kind, becomes) => {
    await type(editor, 'a')
    await selectAll()
    toggleBlock(editor, kind)
    await settled()
    expect(outline(editor)).toBe(becomes)
    toggleBlock(editor, kind)
    await settled()
    expect(outline(editor)).toBe('paragraph("a")')
  })
})

describe('keys', () => {
  const key = (init: KeyboardEventInit) => new KeyboardEvent('keydown', init)

  test('an accelerator means exactly its modifiers', () => {
    expect(isPressed('CmdOrCtrl+E', key({ key: 'e', ctrlKey: true }))).toBe(true)
    expect(isPressed('CmdOrCtrl+E', key({ key: 'e', metaKey: true }))).toBe(true)
    expect(isPressed('CmdOrCtrl+E', key({ key: 'e' }))).toBe(false)
    expect(isPressed('CmdOrCtrl+E', key({ key: 'E', ctrlKey: true, shiftKey: true }))).toBe(false)
    expect(isPressed('CmdOrCtrl+Shift+8', key({ key: '*', code: 'Digit8', ctrlKey: true, shiftKey: true }))).toBe(true)
    expect(isPressed('CmdOrCtrl+Alt+C', key({ key: 'ç', code: 'KeyC', metaKey: true, altKey: true }))).toBe(true)
    expect(isPressed('Alt+F10', key({ key: 'F10', altKey: true }))).toBe(true)
    expect(isPressed('Alt+F10', key({ key: 'F10', altKey: true, ctrlKey: true }))).toBe(false)
  })

  test('no two formats share their keys', () => {
    const keys = formatActions.flatMap((action) => action.keys ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })
})
