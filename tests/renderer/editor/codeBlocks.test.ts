import { $getRoot, KEY_DOWN_COMMAND, PASTE_COMMAND, SELECT_ALL_COMMAND } from 'lexical'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { readDocument } from '#shared/document/document'
import { newCode, newDocument, newLink, newList, newListItem, newParagraph, newText } from '#shared/document/newNodes'
import { loadHtmlReader } from '../../../src/renderer/editor/extensions/htmlReader'
import { formatActions } from '../../../src/renderer/editor/formatting/formatActions'
import { setLink } from '../../../src/renderer/editor/formatting/links'
import { answers, editorOf, outline, settled, stored, type } from '../answers'

let page: ReturnType<typeof answers>
const editor = () => editorOf(page.group, 0)

beforeAll(async () => {
  await loadHtmlReader()
})
beforeEach(() => {
  page = answers([newDocument([newCode([newText('a')])])])
})
afterEach(() => {
  expect(readDocument(stored(editor())).ok).toBe(true)
  page.group.dispose()
})

async function paste(data: Record<string, string>): Promise<void> {
  const clipboardData = new DataTransfer()
  for (const [mime, value] of Object.entries(data)) clipboardData.setData(mime, value)
  editor().update(() => void $getRoot().selectEnd())
  editor().dispatchCommand(PASTE_COMMAND, new ClipboardEvent('paste', { clipboardData }))
  await settled()
}

const json = (nodes: unknown) => JSON.stringify({ namespace: 'throughline-answer', nodes })
const link = newLink('https://x.example/', [newText('link')])

const pasted: Record<string, [data: Record<string, string>, becomes: string]> = {
  'two paragraphs': [{ 'text/html': '<p>b</p><p>c</p>' }, 'code("ab" linebreak "c")'],
  'a sentence with a link': [
    { 'text/html': 'b <a href="https://x.example/">link</a> c', 'text/plain': 'b link c' },
    'code("ab link c")',
  ],
  'code and then words': [{ 'text/html': '<pre>b</pre><p>c</p>' }, 'code("ab" linebreak "c")'],
  'two pieces of code': [
    { 'text/html': '<pre>b</pre><pre>c</pre>', 'text/plain': 'b\n\nc' },
    'code("ab" linebreak linebreak "c")',
  ],
  'white space that HTML lacks': [
    { 'text/html': '<div>b {</div><div>&#32;c</div>', 'text/plain': 'b {\n\tc' },
    'code("ab {" linebreak "\t" "c")',
  ],
  'empty lines': [{ 'text/plain': 'b\n\n\n\nc' }, 'code("ab" linebreak linebreak linebreak linebreak "c")'],
  'our own paragraphs': [
    { 'application/x-lexical-editor': json([newParagraph([newText('b')]), newParagraph([link])]) },
    'code("ab" linebreak "link")',
  ],
  'our own list': [
    { 'application/x-lexical-editor': json([newList('bullet', [newListItem([newText('b')], 1, 0)])]) },
    'code("ab")',
  ],
}

test.each(Object.entries(pasted))('pasted into a code block: %s', async (_, [data, becomes]) => {
  await paste(data)
  expect(outline(editor())).toBe(becomes)
  expect(page.takenBack).not.toHaveBeenCalled()
})

async function selectAll(): Promise<void> {
  editor().dispatchCommand(SELECT_ALL_COMMAND, new KeyboardEvent('keydown'))
  await settled()
}

test('the key asks for no address in a code block, and an address pasted over its words takes their place', async () => {
  await selectAll()
  editor().dispatchCommand(KEY_DOWN_COMMAND, new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }))
  await settled()
  expect(page.ask).not.toHaveBeenCalled()
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', 'https://x.example/')
  editor().dispatchCommand(PASTE_COMMAND, new ClipboardEvent('paste', { clipboardData }))
  await settled()
  expect(outline(editor())).toBe('code("https://x.example/")')
})

test('a link that is asked for all the same stays words', async () => {
  await selectAll()
  setLink(editor(), 'https://x.example/')
  await settled()
  expect(outline(editor())).toBe('code("a")')
})

test.each(['bar', 'fence'])('a line with a link made code by the %s', async (way) => {
  page.group.dispose()
  page = answers([newDocument([newParagraph([newText('b '), link])])])
  if (way === 'bar') {
    await selectAll()
    formatActions.find(({ id }) => id === 'codeBlock')?.run(editor())
    await settled()
  } else {
    editor().update(() => void $getRoot().selectStart())
    await settled()
    await type(editor(), '``` ')
  }
  expect(outline(editor())).toBe('code("b link")')
})
