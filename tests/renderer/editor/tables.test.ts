/** Tables by the keyboard: typed, walked through, grown and left, and what is pasted into and around them. */
import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  COPY_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import { beforeAll, expect, test, vi } from 'vitest'
import { loadHtmlReader } from '../../../src/renderer/editor/extensions/htmlReader'
import { type FormatAction, formatActions } from '../../../src/renderer/editor/formatting/formatActions'
import { emptyDocument, type InlineNode } from '../../../src/shared/document/document'
import { isEditable } from '../../../src/shared/document/editable'
import { fromMarkdown } from '../../../src/shared/document/fromMarkdown'
import { newDocument, newParagraph, newTable, newText } from '../../../src/shared/document/newNodes'
import { toMarkdown } from '../../../src/shared/document/toMarkdown'
import { answers, editorOf, settled, stored, textOf, type } from '../answers'

beforeAll(async () => {
  await loadHtmlReader()
})

const words = (text: string): InlineNode[] => (text === '' ? [] : [newText(text)])
const rowsOf = (...rows: string[][]) => newTable(rows.map((row) => row.map(words)))

function opened(...blocks: Parameters<typeof newDocument>[0]): LexicalEditor {
  return editorOf(answers([blocks.length > 0 ? newDocument(blocks) : emptyDocument()]).group, 0)
}

const markdownOf = (editor: LexicalEditor) => toMarkdown(stored(editor)).trim()

async function select(editor: LexicalEditor, text: string): Promise<void> {
  editor.update(() => {
    const node = $getRoot()
      .getAllTextNodes()
      .find((one) => one.getTextContent().includes(text))
    node?.selectEnd()
  })
  await settled()
}

async function press(editor: LexicalEditor, key: 'Tab' | 'Enter' | 'Escape', shiftKey = false): Promise<KeyboardEvent> {
  const command = { Tab: KEY_TAB_COMMAND, Enter: KEY_ENTER_COMMAND, Escape: KEY_ESCAPE_COMMAND }[key]
  const event = new KeyboardEvent('keydown', { key, shiftKey, cancelable: true })
  editor.dispatchCommand(command, event)
  await settled()
  return event
}

async function run(editor: LexicalEditor, id: FormatAction['id']): Promise<void> {
  formatActions.find((action) => action.id === id)?.run(editor)
  await settled()
}

async function paste(editor: LexicalEditor, data: Readonly<Record<string, string>>): Promise<void> {
  const clipboardData = new DataTransfer()
  for (const [mime, value] of Object.entries(data)) clipboardData.setData(mime, value)
  editor.dispatchCommand(PASTE_COMMAND, new ClipboardEvent('paste', { clipboardData, cancelable: true }))
  await settled()
}

const typed = '| a | b |\n| - | :-: |\n'

test('two lines of Markdown become a table, and the caret stands in its next row', async () => {
  const editor = opened()
  await type(editor, typed)
  await type(editor, 'c')
  expect(stored(editor).root.children).toEqual([
    newTable([['a', 'b'].map(words), ['c', ''].map(words)], ['', 'center']),
    newParagraph([]),
  ])
  expect(textOf(editor)).toBe('a\tb\nc\t\n')
})

test('a space makes it too, and formats, links’ bars and escaped bars stay in their cells', async () => {
  const editor = opened()
  await type(editor, '| **a** | `b|c` | d\\|e |\n| - | - | - | ')
  expect(markdownOf(editor)).toBe('| **a** | `b\\|c` | d\\|e |\n| ----- | ------ | ---- |\n|       |        |      |')
})

test.each(['| a | b |\n| - |\n', 'a\n| - |\n', '| - | - |\n', '| a | b |\n\n| - | - |\n'])(
  '%j stays text',
  async (text) => {
    const editor = opened()
    await type(editor, text)
    expect(stored(editor).root.children.map((block) => block.type)).not.toContain('table')
    expect(textOf(editor).replace(/\n+/g, '')).toBe(text.replace(/\n+/g, ''))
  },
)

test('one undo makes them text again', async () => {
  const editor = opened()
  await type(editor, '| a | b |\n| - | - |')
  await press(editor, 'Enter')
  editor.dispatchCommand(UNDO_COMMAND, undefined)
  await settled()
  expect(textOf(editor)).toBe('| a | b |\n| - | - |')
})

test('Tab goes from cell to cell, in the last it makes a row; Shift+Tab goes back', async () => {
  const editor = opened()
  await type(editor, typed)
  await type(editor, '1')
  await press(editor, 'Tab')
  await type(editor, '2')
  expect((await press(editor, 'Tab')).defaultPrevented).toBe(true)
  await type(editor, '3')
  await press(editor, 'Tab', true)
  await type(editor, '+')
  expect(textOf(editor)).toBe('a\tb\n1\t2+\n3\t\n')
  // The new cells are aligned as their column.
  expect(stored(editor).root.children[0]).toEqual(
    newTable([['a', 'b'].map(words), ['1', '2+'].map(words), ['3', ''].map(words)], ['', 'center']),
  )
  await select(editor, 'a')
  await press(editor, 'Tab', true)
  await type(editor, '!')
  expect(textOf(editor)).toContain('a!\tb')
})

test('Enter is a line break in a cell', async () => {
  const editor = opened(rowsOf(['a', 'b'], ['c', 'd']))
  await select(editor, 'c')
  await press(editor, 'Enter')
  await type(editor, 'e')
  expect(markdownOf(editor)).toBe('| a      | b   |\n| ------ | --- |\n| c<br>e | d   |')
})

test('Escape goes below the table, and only then out of the answer', async () => {
  const { group, leave } = answers([newDocument([rowsOf(['a'])])])
  const editor = editorOf(group, 0)
  await select(editor, 'a')
  await press(editor, 'Escape')
  await type(editor, 'after')
  expect(textOf(editor)).toBe('a\nafter')
  expect(leave).not.toHaveBeenCalled()
  await press(editor, 'Escape')
  expect(leave).toHaveBeenCalledOnce()
})

test('rows and columns are added and deleted at the caret; the first row is the head', async () => {
  const editor = opened(rowsOf(['a', 'b'], ['c', 'd']))
  await select(editor, 'a')
  await run(editor, 'rowAbove')
  await type(editor, 'x')
  await run(editor, 'columnAfter')
  await type(editor, 'y')
  await run(editor, 'columnBefore')
  await run(editor, 'rowBelow')
  expect(textOf(editor)).toBe('x\t\ty\t\n\t\t\t\na\t\t\tb\nc\t\t\td\n')
  await run(editor, 'removeRow')
  await select(editor, 'y')
  await run(editor, 'removeColumn')
  await select(editor, 'x')
  await run(editor, 'removeRow')
  expect(textOf(editor)).toBe('a\t\tb\nc\t\td\n')
  const [table] = stored(editor).root.children
  expect(table).toEqual(newTable([['a', '', 'b'].map(words), ['c', '', 'd'].map(words)]))
})

test('with its last row or column a table goes, with one undo to have it back', async () => {
  for (const id of ['removeRow', 'removeColumn', 'removeTable'] as const) {
    const editor = opened(newParagraph([newText('before')]), rowsOf(['a']))
    await select(editor, 'a')
    await run(editor, id)
    expect(textOf(editor)).toBe('before\n')
    editor.dispatchCommand(UNDO_COMMAND, undefined)
    await settled()
    expect(textOf(editor)).toContain('a')
  }
})

test('the command puts a table in the place of an empty line, and behind what is written', async () => {
  const editor = opened()
  await type(editor, 'words')
  await run(editor, 'table')
  await type(editor, 'a')
  await run(editor, 'table')
  expect(textOf(editor)).toBe('words\na\t\t\n\t\t\n\t\t\n')
  const empty = opened()
  empty.update(() => $getRoot().selectStart())
  await run(empty, 'table')
  expect(stored(empty).root.children.map((block) => block.type)).toEqual(['table', 'paragraph'])
})

test('nothing in a cell becomes a block', async () => {
  const { group, changed } = answers([newDocument([rowsOf(['a', ''], ['c', 'd'])])])
  const editor = editorOf(group, 0)
  await select(editor, 'a')
  for (const id of ['heading', 'bullet', 'quote', 'codeBlock', 'rule'] as const) await run(editor, id)
  expect(changed).not.toHaveBeenCalled()
  await press(editor, 'Tab')
  await type(editor, '# - > x')
  expect(textOf(editor)).toBe('a\t# - > x\nc\td\n')
})

test('a table of Markdown in a pasted text is a table; the rest stays letter for letter', async () => {
  const editor = opened()
  editor.update(() => $getRoot().selectStart())
  await paste(editor, { 'text/plain': 'The *plan*:\n| a | **b** |\n|---|:-:|\n| c | d | e |\n# end' })
  await vi.waitFor(() => expect(textOf(editor)).toContain('end'))
  expect(textOf(editor)).toBe('The *plan*:\na\tb\t\nc\td\te\n# end')
  expect(markdownOf(editor)).toContain('| a   | **b** |')
})

test('a table that is pasted into a cell is lines of it, and nothing is written over', async () => {
  const editor = opened(rowsOf(['a', 'b'], ['c', 'd']))
  await select(editor, 'a')
  await paste(editor, { 'text/html': '<table><tr><th>1</th><th>2</th></tr><tr><td>3</td><td>4</td></tr></table>' })
  expect(markdownOf(editor)).toBe(
    '| a1 \\| 2<br>3 \\| 4 | b   |\n| ----------------- | --- |\n| c                 | d   |',
  )
})

test('paragraphs and lists that are pasted into a cell are lines of it', async () => {
  const editor = opened(rowsOf(['a', 'b']))
  await select(editor, 'a')
  await paste(editor, { 'text/html': '<p>1</p><ul><li>2</li><li>3</li></ul><h2>4</h2>' })
  expect(textOf(editor).replace(/\s/g, '')).toBe('a1234b')
  expect(stored(editor).root.children[0]?.type).toBe('table')
  await paste(editor, { 'text/plain': '5\n6' })
  expect(textOf(editor).replace(/\s/g, '')).toContain('a123456b')
  expect(isEditable(stored(editor))).toBe(true)
})

test('what is copied of a table is a table in each form', async () => {
  const editor = opened(
    newTable([['a', 'b'].map(words), ['c', 'd'].map(words)], ['', 'right']),
    newParagraph([newText('after')]),
  )
  editor.update(() => {
    const selection = $createRangeSelection()
    const root = $getRoot()
    selection.anchor.set(root.getKey(), 0, 'element')
    selection.focus.set(root.getKey(), root.getChildrenSize(), 'element')
    $setSelection(selection)
  })
  await settled()
  const clipboardData = new DataTransfer()
  editor.dispatchCommand(COPY_COMMAND, new ClipboardEvent('copy', { clipboardData }))
  await settled()
  expect(clipboardData.getData('text/plain')).toBe('a\tb\nc\td\nafter')
  const forms = ['application/x-lexical-editor', 'text/html'] as const
  for (const form of forms) {
    const other = opened()
    other.update(() => $getRoot().selectStart())
    await paste(other, { [form]: clipboardData.getData(form) })
    expect(markdownOf(other), form).toBe('| a   | b   |\n| --- | --: |\n| c   | d   |\n\nafter')
  }
})

test('words copied within a cell are words', async () => {
  const editor = opened(rowsOf(['one two', 'b']), newParagraph([newText('after ')]))
  editor.update(() => $getRoot().getAllTextNodes()[0]?.select(0, 3))
  await settled()
  const clipboardData = new DataTransfer()
  editor.dispatchCommand(COPY_COMMAND, new ClipboardEvent('copy', { clipboardData }))
  await settled()
  await select(editor, 'after')
  for (const form of ['application/x-lexical-editor', 'text/html', 'text/plain'])
    await paste(editor, { [form]: clipboardData.getData(form) })
  expect(textOf(editor)).toBe('one two\tb\nafter oneoneone')
})

test('words of a private line stay private in the table that is made of it', async () => {
  const line = { ...newParagraph([newText('| a | b |')]), $: { private: true } } as ReturnType<typeof newParagraph>
  const editor = opened(line, newParagraph([newText('| - | - |')]))
  await select(editor, '| - | - |')
  await press(editor, 'Enter')
  const [table] = stored(editor).root.children
  expect(JSON.stringify(table).match(/"private":true/g)).toHaveLength(6)
})

test('a table with rows of several lengths is opened whole, and loses no word', async () => {
  const ragged = rowsOf(['a', 'b', 'c'], ['d', '', ''])
  ragged.children[1]?.children.splice(1)
  const { group, changed } = answers([newDocument([ragged])])
  const editor = editorOf(group, 0)
  expect(textOf(editor)).toBe('a\tb\tc\nd\t\t\n')
  expect(changed).not.toHaveBeenCalled()
})

test('a table from Markdown is edited and goes out again', async () => {
  const { root } = fromMarkdown('| Who | What |\n| --- | ---: |\n| Ana | plan |')
  const editor = opened(...root.children)
  await select(editor, 'plan')
  await type(editor, 's')
  expect(markdownOf(editor)).toBe('| Who | What  |\n| --- | ----: |\n| Ana | plans |')
  const $caretIsInCell = () => {
    const selection = $getSelection()
    return $isRangeSelection(selection) && $isElementNode(selection.anchor.getNode().getParent())
  }
  expect(editor.getEditorState().read($caretIsInCell)).toBe(true)
})
