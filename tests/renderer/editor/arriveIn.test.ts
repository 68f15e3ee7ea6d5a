import { $getRoot, $getSelection, $isRangeSelection, ParagraphNode, UNDO_COMMAND } from 'lexical'
import { afterEach, expect, test } from 'vitest'
import { arriveIn } from '../../../src/renderer/editor/page/arriveIn'
import { documentOfText, emptyDocument } from '../../../src/shared/document/document'
import { answers, editorOf, settled, textOf, type } from '../answers'

const open: ReturnType<typeof answers>['group'][] = []
afterEach(() => {
  for (const group of open.splice(0)) group.dispose()
})

function shown(text = '') {
  const { group, changed } = answers([text === '' ? emptyDocument() : documentOfText(text)])
  open.push(group)
  return { editor: editorOf(group, 0), changed }
}

const blocks = documentOfText('new\nlines').root.children

test('blocks take the place of an untouched answer, or stand after its words, and are a change that is stored', () => {
  const first = shown('old')
  expect(arriveIn(first.editor, blocks, true)).toBe(true)
  expect(textOf(first.editor)).toBe('new\nlines')
  const blank = shown()
  expect(arriveIn(blank.editor, blocks, false)).toBe(true)
  expect(textOf(blank.editor)).toBe('new\nlines')
  const second = shown('old')
  expect(arriveIn(second.editor, blocks, false)).toBe(true)
  expect(textOf(second.editor)).toBe('old\nnew\nlines')
  expect(second.changed).toHaveBeenCalled()
})

test('the caret stays where a person types, and one undo takes the blocks back', async () => {
  const { editor } = shown()
  await type(editor, 'typing')
  arriveIn(editor, blocks, false)
  await type(editor, ' on')
  expect(textOf(editor)).toBe('typing on\nnew\nlines')
  editor.read(() => {
    const selection = $getSelection()
    expect($isRangeSelection(selection) && selection.anchor.offset).toBe('typing on'.length)
  })
  editor.dispatchCommand(UNDO_COMMAND, undefined)
  editor.dispatchCommand(UNDO_COMMAND, undefined)
  await settled()
  expect(textOf(editor)).toBe('typing')
})

test('what the editor refuses changes nothing', () => {
  const { editor } = shown('old')
  editor.registerNodeTransform(ParagraphNode, () => {
    throw new Error('made up')
  })
  expect(arriveIn(editor, blocks, false)).toBe(false)
  expect(textOf(editor)).toBe('old')
})

test('of what a file holds only what the editor makes is shown', () => {
  const { editor } = shown()
  const [block] = documentOfText('words').root.children
  const styled = JSON.parse(JSON.stringify(block).replace('"style":""', '"style":"position:fixed"'))
  expect(JSON.stringify(styled)).toContain('position:fixed')
  arriveIn(editor, [styled], true)
  editor.read(() => {
    for (const node of $getRoot().getAllTextNodes()) expect(node.getStyle()).toBe('')
  })
})
