import { REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import { afterEach, expect, test, vi } from 'vitest'
import { historyOf, insertAtEnd, insertAtPoint } from '../../../src/renderer/editor/page/insertIntoAnswer'
import { type AnswerDocument, documentOfText, emptyDocument } from '../../../src/shared/document/document'
import {
  newCode,
  newDocument,
  newList,
  newListItem,
  newParagraph,
  newQuote,
  newText,
} from '../../../src/shared/document/newNodes'
import { answers, editorOf, outline, settled, textOf, type } from '../answers'

const open: ReturnType<typeof answers>['group'][] = []
afterEach(() => {
  for (const group of open.splice(0)) group.dispose()
  document.body.replaceChildren()
})

function shown(...documents: AnswerDocument[]) {
  const { group, takenBack } = answers(documents)
  open.push(group)
  for (const editor of group.editors) {
    const root = document.createElement('div')
    root.contentEditable = 'true'
    document.body.append(root)
    editor?.setRootElement(root)
  }
  return { group, takenBack, editor: editorOf(group, 0) }
}

const item = (text: string, checked?: boolean) => newListItem(text === '' ? [] : [newText(text)], 1, 0, checked)
const words = newParagraph([newText('a')])

test.each([
  ['an empty answer', emptyDocument(), 'paragraph("x") paragraph("y")', 'list.bullet(listitem("x" linebreak "y"))'],
  [
    'words',
    documentOfText('a'),
    'paragraph("a") paragraph("x") paragraph("y")',
    'paragraph("a") list.bullet(listitem("x" linebreak "y"))',
  ],
  [
    'an empty line',
    newDocument([words, newParagraph([])]),
    'paragraph("a") paragraph("x") paragraph("y")',
    'paragraph("a") list.bullet(listitem("x" linebreak "y"))',
  ],
  [
    'a list',
    newDocument([newList('bullet', [item('a')])]),
    'list.bullet(listitem("a")) paragraph("x") paragraph("y")',
    'list.bullet(listitem("a") listitem("x" linebreak "y"))',
  ],
  [
    'a list with an empty item',
    newDocument([newList('bullet', [item('a'), item('')])]),
    'list.bullet(listitem("a") listitem()) paragraph("x") paragraph("y")',
    'list.bullet(listitem("a") listitem("x" linebreak "y"))',
  ],
  [
    'a list and an empty line',
    newDocument([newList('bullet', [item('a')]), newParagraph([])]),
    'list.bullet(listitem("a")) paragraph("x") paragraph("y")',
    'list.bullet(listitem("a") listitem("x" linebreak "y"))',
  ],
  [
    'a check list',
    newDocument([newList('check', [item('a', true)])]),
    'list.check(listitem.x("a")) paragraph("x") paragraph("y")',
    'list.check(listitem.x("a")) list.bullet(listitem("x" linebreak "y"))',
  ],
  [
    'a numbered list',
    newDocument([newList('number', [item('a')])]),
    'list.number(listitem("a")) paragraph("x") paragraph("y")',
    'list.number(listitem("a")) list.bullet(listitem("x" linebreak "y"))',
  ],
  [
    'a code block',
    newDocument([newCode([newText('a')])]),
    'code("a") paragraph("x") paragraph("y")',
    'code("a") list.bullet(listitem("x" linebreak "y"))',
  ],
  [
    'a quote',
    newDocument([newQuote([newText('a')])]),
    'quote("a") paragraph("x") paragraph("y")',
    'quote("a") list.bullet(listitem("x" linebreak "y"))',
  ],
])('at the end of %s, as text and as bullet, and undone in one step', async (_, begun, asText, asBullet) => {
  for (const form of ['text', 'bullet'] as const) {
    const { editor, takenBack } = shown(begun)
    const before = outline(editor)
    const step = insertAtEnd(editor, 'x\ny', form)
    await settled()
    expect(outline(editor)).toBe(form === 'text' ? asText : asBullet)
    expect(historyOf(editor).newest()).toBe(step)
    editor.dispatchCommand(UNDO_COMMAND)
    await settled()
    expect(outline(editor)).toBe(before)
    editor.dispatchCommand(REDO_COMMAND)
    await settled()
    expect(outline(editor)).toBe(form === 'text' ? asText : asBullet)
    expect(takenBack).not.toHaveBeenCalled()
  }
})

test.each([
  ['10,000 characters', 'word '.repeat(2_000).trim()],
  ['many line breaks', `a${'\n'.repeat(300)}b`],
  ['right-to-left words and signs of many parts', 'שלום, עולם!\n👩‍👩‍👧 e\u0301 𝒳\u202eabc'],
  ['tabs and what looks like Markdown', '# x\n- [ ] *y*\t`z`\n> 1. q'],
])('%s arrive letter for letter', async (_, text) => {
  const { editor } = shown(emptyDocument())
  insertAtEnd(editor, text, 'text')
  await settled()
  expect(textOf(editor)).toBe(text)
  editor.dispatchCommand(UNDO_COMMAND)
  insertAtEnd(editor, text, 'bullet')
  await settled()
  expect(textOf(editor)).toBe(text)
})

/** The window says that this is the place at any point. */
function pointAt(node: Node | null, offset: number): { x: number; y: number } {
  Object.defineProperty(document, 'caretPositionFromPoint', {
    configurable: true,
    value: () => node && { offsetNode: node, offset },
  })
  return { x: 1, y: 1 }
}

const textIn = (root: HTMLElement | null, text: string) => {
  const walker = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) if (walker.currentNode.textContent === text) return walker.currentNode
  return null
}

test.each([
  ['words', documentOfText('ab'), 'paragraph("ax") paragraph("yb")'],
  ['a list', newDocument([newList('bullet', [item('ab')])]), 'list.bullet(listitem("ax") listitem("yb"))'],
  ['a code block', newDocument([newCode([newText('ab')])]), 'code("ax" linebreak "yb")'],
])('where the mouse let go, in %s, as one step', async (_, begun, expected) => {
  const { editor } = shown(begun)
  await settled()
  const step = insertAtPoint(editor, 'x\r\ny', pointAt(textIn(editor.getRootElement(), 'ab'), 1))
  await settled()
  expect(outline(editor)).toBe(expected)
  expect(historyOf(editor).newest()).toBe(step)
  editor.dispatchCommand(UNDO_COMMAND)
  await settled()
  expect(textOf(editor)).toBe('ab')
})

test('a single letter that is let go where one is typing is a step of its own', async () => {
  const { editor } = shown(emptyDocument())
  await type(editor, 'ab')
  const step = insertAtPoint(editor, 'x', pointAt(textIn(editor.getRootElement(), 'ab'), 2))
  await settled()
  expect(textOf(editor)).toBe('abx')
  expect(step).not.toBeNull()
  editor.dispatchCommand(UNDO_COMMAND)
  await settled()
  expect(textOf(editor)).toBe('ab')
})

test('beside the words means the end, also of an empty answer', async () => {
  const { editor } = shown(documentOfText('ab'))
  insertAtPoint(editor, 'x', pointAt(document.body, 0))
  insertAtPoint(editor, 'y', pointAt(null, 0))
  await settled()
  expect(textOf(editor)).toBe('ab\nx\ny')
  const { editor: empty } = shown(emptyDocument())
  insertAtPoint(empty, 'x', pointAt(empty.getRootElement(), 0))
  expect(outline(empty)).toBe('paragraph("x")')
})

test('a step stays the same object through undo and redo, and is done or not whatever else happened', async () => {
  const { group, editor } = shown(documentOfText('a'), emptyDocument())
  const history = historyOf(editor)
  const moved = vi.fn()
  const end = history.onMove(moved)
  const go = async (move: () => void) => {
    move()
    await settled()
  }
  const step = insertAtEnd(editor, 'x', 'text')
  if (!step) throw new Error('nothing was put in')
  expect(moved).toHaveBeenCalledTimes(1)
  await type(editorOf(group, 1), 'later')
  expect([history.isDone(step), history.newest() === step]).toEqual([true, false])
  while (history.newest() !== undefined) await go(history.undo)
  expect([history.isDone(step), textOf(editor)]).toEqual([false, 'a'])
  await go(history.redo)
  expect([history.isDone(step), history.newest() === step]).toEqual([true, true])
  // Undone and written over: no redo brings it back.
  await go(history.undo)
  await type(editorOf(group, 1), 'b')
  await go(history.redo)
  expect([history.isDone(step), textOf(editor)]).toEqual([false, 'a'])
  end()
  moved.mockClear()
  await go(history.undo)
  expect(moved).not.toHaveBeenCalled()
})
