import { $getRoot, INSERT_LINE_BREAK_COMMAND, PASTE_COMMAND, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { newHeading, newLinebreak, newText } from '#shared/document/newNodes'
import { loadHtmlReader } from '../../../src/renderer/editor/extensions/htmlReader'
import { answers, editorOf, outline, settled, type } from '../answers'

let page: ReturnType<typeof answers>
const editor = () => editorOf(page.group, 0)
beforeAll(async () => {
  await loadHtmlReader()
})
beforeEach(() => {
  page = answers()
})
afterEach(() => page.group.dispose())

async function paste(data: Record<string, string>): Promise<void> {
  const clipboardData = new DataTransfer()
  for (const [mime, value] of Object.entries(data)) clipboardData.setData(mime, value)
  editor().update(() => void $getRoot().selectEnd())
  editor().dispatchCommand(PASTE_COMMAND, new ClipboardEvent('paste', { clipboardData }))
  await settled()
  await settled()
}

async function undo(command = UNDO_COMMAND): Promise<void> {
  editor().dispatchCommand(command, undefined)
  await settled()
}

const linked = 'link.https://docs.example/_id_/9("https://docs.example/_id_/9")'

test('typed, with a space after it; one undo gives the text back, and it stays text', async () => {
  await type(editor(), 'see https://docs.example/_id_/9 ')
  expect(outline(editor())).toBe(`paragraph("see " ${linked} " ")`)
  await undo()
  expect(outline(editor())).toBe('paragraph("see https://docs.example/_id_/9 ")')
  await type(editor(), 'and more ')
  expect(outline(editor())).toBe('paragraph("see https://docs.example/_id_/9 and more ")')
})

test('typed, with Enter after it; one undo gives the text back', async () => {
  await type(editor(), 'https://docs.example/_id_/9\nx')
  expect(outline(editor())).toBe(`paragraph(${linked}) paragraph("x")`)
  await undo()
  await undo()
  expect(outline(editor())).toBe('paragraph("https://docs.example/_id_/9") paragraph()')
})

test.each([
  ['(https://x.example/a). b', '"(" link.https://x.example/a("https://x.example/a") "). b"'],
  ['https://x.example/Rust_(game), b', 'link.https://x.example/Rust_(game)("https://x.example/Rust_(game)") ", b"'],
  ['www.x.example b', 'link.https://www.x.example("www.x.example") " b"'],
  ['https://bank.example@evil.example b', '"https://bank.example@evil.example b"'],
  ['`https://x.example/a` b', 'code:"https://x.example/a" " b"'],
])('typed: %s', async (text, becomes) => {
  await type(editor(), text)
  expect(outline(editor())).toBe(`paragraph(${becomes})`)
})

test('pasted as text; one undo gives the text back, the next one takes it away', async () => {
  await type(editor(), 'see ')
  await paste({ 'text/plain': 'https://docs.example/_id_/9' })
  expect(outline(editor())).toBe(`paragraph("see " ${linked})`)
  await undo()
  expect(outline(editor())).toBe('paragraph("see https://docs.example/_id_/9")')
  await paste({ 'text/plain': ' more' })
  expect(outline(editor())).toBe('paragraph("see https://docs.example/_id_/9 more")')
  await undo()
  await undo()
  expect(outline(editor())).toBe('paragraph("see ")')
  await undo(REDO_COMMAND)
  expect(outline(editor())).toBe('paragraph("see https://docs.example/_id_/9")')
})

test('pasted in lines and in HTML; not in code', async () => {
  await paste({ 'text/plain': 'a www.x.example\nb http://y.example/' })
  expect(outline(editor())).toBe(
    'paragraph("a " link.https://www.x.example("www.x.example")) paragraph("b " link.http://y.example/("http://y.example/"))',
  )
  page.group.dispose()
  page = answers()
  await paste({ 'text/html': '<p>a http://y.example/ <code>http://z.example/</code></p><pre>http://y.example/</pre>' })
  expect(outline(editor())).toBe(
    'paragraph("a " link.http://y.example/("http://y.example/") " " code:"http://z.example/") code("http://y.example/")',
  )
})

test('the caret stays after a line that ends with one', async () => {
  const nodes = [newHeading('h1', [newText('<https://a.example>'), newLinebreak()])]
  await paste({ 'application/x-lexical-editor': JSON.stringify({ namespace: 'throughline-answer', nodes }) })
  editor().dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)
  await settled()
  await type(editor(), 'x')
  expect(outline(editor())).toBe(
    'heading.h1("<" link.https://a.example("https://a.example") ">" linebreak linebreak "x")',
  )
  expect(page.takenBack).not.toHaveBeenCalled()
})

test('a link whose words are its address follows them; other words leave it', async () => {
  await type(editor(), 'https://x.example/1 ')
  const at = (offset: number) =>
    editor().update(() => void $getRoot().getAllTextNodes()[0]?.select(offset, offset), { discrete: true })
  at(18)
  await type(editor(), '2')
  expect(outline(editor())).toBe('paragraph(link.https://x.example/21("https://x.example/21") " ")')
  at(3)
  await type(editor(), '!')
  expect(outline(editor())).toBe('paragraph(link.https://x.example/21("htt!ps://x.example/21") " ")')
})
