import { $getRoot, $isTextNode, $selectAll, COPY_COMMAND, PASTE_COMMAND, SELECT_ALL_COMMAND } from 'lexical'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadHtmlReader } from '../../../src/renderer/editor/extensions/htmlReader'
import { blocksOfClipboard } from '../../../src/renderer/editor/extensions/pastedBlocks'
import { copiedAnswer } from '../../../src/renderer/state/draft/pageText'
import { useToasts } from '../../../src/renderer/state/toastStore'
import { messages } from '../../../src/shared/messages/messages'
import { answers, editorOf, outline, settled, stored, textOf, type } from '../answers'

const lexical = 'application/x-lexical-editor'
const namespace = 'throughline-answer'
const clipboard = (nodes: unknown, of = namespace) => JSON.stringify({ namespace: of, nodes })

const text = (words: string, format: unknown = 0) => ({ type: 'text', text: words, format, version: 1 })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', version: 1, children })

let page: ReturnType<typeof answers>
beforeAll(async () => {
  await loadHtmlReader()
})
beforeEach(() => {
  page = answers()
})
afterEach(() => page.group.dispose())

async function paste(data: Record<string, string>, files: File[] = []): Promise<boolean> {
  const transfer = new DataTransfer()
  for (const [mime, value] of Object.entries(data)) transfer.setData(mime, value)
  for (const file of files) transfer.items.add(file)
  const event = new ClipboardEvent('paste', { clipboardData: transfer, cancelable: true })
  const editor = editorOf(page.group, 0)
  editor.update(() => void $getRoot().selectEnd())
  editor.dispatchCommand(PASTE_COMMAND, event)
  await settled()
  return event.defaultPrevented
}

const pasted = () => outline(editorOf(page.group, 0))

describe('HTML', () => {
  test('keeps its structure and drops scripts, styles and bad links', async () => {
    await paste({
      'text/html':
        '<style>p{}</style><h2 onclick="x()">Plan</h2><p style="color:red">A <b>b</b> <i>c</i> <a href="javascript:alert(1)">bad</a> ' +
        '<a href="https://ok.example/">good</a><script>alert(1)</script></p><ul><li>one<ul><li>two</li></ul></li></ul>',
      'text/plain': 'plain',
    })
    expect(pasted()).toBe(
      'heading.h2("Plan") paragraph("A " bold:"b" " " italic:"c" " bad " link.https://ok.example/("good")) ' +
        'list.bullet(listitem("one") listitem(list.bullet(listitem("two"))))',
    )
  })

  test('a single paragraph joins the line it is pasted into', async () => {
    await type(editorOf(page.group, 0), 'a ')
    await paste({ 'text/html': '<p>b <b>c</b></p>', 'text/plain': 'b c' })
    expect(pasted()).toBe('paragraph("a b " bold:"c")')
  })

  test('never reaches the parser of the page', async () => {
    const parser = globalThis.DOMParser
    globalThis.DOMParser = class {
      constructor() {
        throw new Error('the page parsed HTML')
      }
    } as unknown as typeof DOMParser // Only its being constructed counts.
    try {
      await paste({ 'text/html': '<p>a</p>' })
    } finally {
      globalThis.DOMParser = parser
    }
    expect(pasted()).toBe('paragraph("a")')
  })
})

test('plain text stays plain, line by line', async () => {
  await paste({ 'text/plain': '# a\n- b\n\n**c** <b>d</b>' })
  expect(pasted()).toBe('paragraph("# a") paragraph("- b") paragraph() paragraph("**c** <b>d</b>")')
})

test.each([
  ['abc', '#\n[x] ', 'paragraph("abc#") paragraph("[x] ")'],
  ['', '# ', 'paragraph("# ")'],
  ['', '*', 'paragraph("*")'],
  ['*a', '*', 'paragraph("*a*")'],
  ['``', '` ', 'paragraph("``` ")'],
])('after %j, pasted %j is no Markdown', async (before, text, becomes) => {
  await type(editorOf(page.group, 0), before)
  await paste({ 'text/plain': text })
  expect(pasted()).toBe(becomes)
})

test('an address pasted over words makes them a link', async () => {
  await type(editorOf(page.group, 0), 'words')
  const editor = editorOf(page.group, 0)
  editor.dispatchCommand(SELECT_ALL_COMMAND, new KeyboardEvent('keydown'))
  await settled()
  const transfer = new DataTransfer()
  transfer.setData('text/plain', 'https://a.example/')
  editor.dispatchCommand(PASTE_COMMAND, new ClipboardEvent('paste', { clipboardData: transfer }))
  await settled()
  expect(pasted()).toBe('paragraph(link.https://a.example/("words"))')
})

describe('Lexical’s own clipboard', () => {
  test('is taken when it holds our nodes', async () => {
    await paste({
      [lexical]: clipboard([paragraph(text('a', 1)), { type: 'horizontalrule', version: 1 }]),
      'text/plain': 'x',
    })
    expect(pasted()).toMatch(/^paragraph\(bold:"a"\) horizontalrule/)
  })

  test('with nodes that are not ours the text is taken', async () => {
    await paste({ [lexical]: clipboard([{ type: 'evil', version: 1 }]), 'text/plain': 'plain' })
    expect(pasted()).toBe('paragraph("plain")')
  })

  test('from elsewhere the HTML is taken', async () => {
    await paste({ [lexical]: clipboard([paragraph(text('a'))], 'other'), 'text/html': '<p>b</p>', 'text/plain': 'c' })
    expect(pasted()).toBe('paragraph("b")')
  })

  test.each([
    ['not JSON', '{'],
    ['null', 'null'],
    ['no nodes', JSON.stringify({ namespace })],
    ['an empty list', clipboard([])],
    ['nodes that are no objects', clipboard([1, 'a', null])],
    ['a root', clipboard([{ type: 'root', children: [], version: 1 }])],
    ['text that is no text', clipboard([paragraph({ type: 'text', text: 5 })])],
    ['slots', clipboard([{ ...paragraph(), $slots: { a: paragraph() } }])],
    ['text beside blocks', clipboard([text('a'), paragraph()])],
  ])('%s is refused', (_, json) => {
    expect(blocksOfClipboard(json, namespace)).toBeNull()
  })

  test('deep nesting is refused', () => {
    let node: unknown = paragraph(text('a'))
    for (let depth = 0; depth < 200; depth += 1) node = { type: 'quote', version: 1, children: [node] }
    expect(blocksOfClipboard(clipboard([node]), namespace)).toBeNull()
  })

  test('bad links become their text, other formats and styles go', () => {
    const link = {
      type: 'link',
      url: 'javascript:alert(1)',
      version: 1,
      children: [{ ...text('a', 1 | 8 | 32), style: 'color:red' }],
    }
    expect(blocksOfClipboard(clipboard([paragraph(link)]), namespace)).toEqual([paragraph(text('a', 1))])
  })

  test('words of one line stay within theirs', async () => {
    await type(editorOf(page.group, 0), 'a ')
    await paste({ [lexical]: clipboard([text('b', 2)]), 'text/plain': 'b' })
    expect(pasted()).toBe('paragraph("a " italic:"b")')
  })
})

test('files are refused quietly', async () => {
  await type(editorOf(page.group, 0), 'a')
  page.changed.mockClear()
  expect(await paste({}, [new File(['x'], 'x.png', { type: 'image/png' })])).toBe(true)
  expect(pasted()).toBe('paragraph("a")')
})

describe('what is copied', () => {
  async function copied(): Promise<DataTransfer> {
    const editor = editorOf(page.group, 0)
    const clipboardData = new DataTransfer()
    editor.update(() => void $selectAll())
    await settled()
    editor.dispatchCommand(COPY_COMMAND, new ClipboardEvent('copy', { clipboardData, cancelable: true }))
    await settled()
    return clipboardData
  }

  test('as plain text has the signs of its lists, and comes back line by line', async () => {
    await paste({
      'text/html':
        '<p>Next</p><ul><li>one<ol start="3"><li>two</li></ol></li></ul><ul><li><input type="checkbox" checked>done</li></ul>',
    })
    const text = (await copied()).getData('text/plain')
    expect(text).toBe('Next\n- one\n  3. two\n- [x] done')
    page.group.dispose()
    page = answers()
    await paste({ 'text/plain': text })
    expect(textOf(editorOf(page.group, 0))).toBe(text)
  })

  test('of one line has no sign', async () => {
    await paste({ 'text/html': '<ul><li>one</li></ul>' })
    const editor = editorOf(page.group, 0)
    const clipboardData = new DataTransfer()
    editor.update(() => {
      const words = $getRoot().getFirstDescendant()
      if ($isTextNode(words)) words.select(0, 2)
    })
    await settled()
    editor.dispatchCommand(COPY_COMMAND, new ClipboardEvent('copy', { clipboardData, cancelable: true }))
    expect(clipboardData.getData('text/plain')).toBe('on')
  })

  test('from the whole page as well', async () => {
    await paste({ 'text/html': '<ul><li>one<ul><li>two</li></ul></li></ul>' })
    expect(copiedAnswer(stored(editorOf(page.group, 0)))).toBe('- one\n  - two')
  })
})

test('HTML that is too large arrives with all of its words, and the person is told', async () => {
  await paste({ 'text/html': `<b>first</b>${'<p>a <b>b</b></p>'.repeat(6000)}<p>last</p>` })
  const lines = textOf(editorOf(page.group, 0)).split('\n')
  expect([lines[0], lines[1], lines.length, lines.at(-1)]).toEqual(['first', 'a b', 6002, 'last'])
  expect(useToasts.getState().toasts.at(-1)?.text).toBe(messages.writing.pastedAsText)
})
