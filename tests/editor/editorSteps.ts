/** What a person can do to an answer, as steps that a property test puts in any order. */
import fc from 'fast-check'
import {
  $createRangeSelection,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  COPY_COMMAND,
  CUT_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_TAB_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  OUTDENT_CONTENT_COMMAND,
  PASTE_COMMAND,
  type PointType,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import { blocksOfClipboard } from '../../src/renderer/editor/extensions/pastedBlocks'
import { formatActions } from '../../src/renderer/editor/formatting/formatActions'
import { setLink } from '../../src/renderer/editor/formatting/links'
import { insertAtEnd } from '../../src/renderer/editor/page/insertIntoAnswer'
import type { AnswerDocument, BlockNode } from '../../src/shared/document/document'
import { fromHtml } from '../../src/shared/document/html/fromHtml'
import { safeLink } from '../../src/shared/document/linkPolicy'
import { newDocument, newList, newListItem, newParagraph, newQuote, newText } from '../../src/shared/document/newNodes'
import { plainText } from '../../src/shared/document/plainText'
import { documentsByKind } from '../document/arbitraries'

const ours = 'application/x-lexical-editor'
const namespace = 'throughline-answer'

/** The words that a step adds and takes; null when that is not for it to say. */
interface Change {
  readonly adds: string
  readonly takes: string
}

export interface Step {
  readonly name: string
  readonly run: (editor: LexicalEditor, hands: Hands) => Change | null | Promise<Change | null>
}

/** What was last copied goes along from step to step. */
export interface Hands {
  clipboard: DataTransfer | null
}

/** Lexical's updates, and those that follow from them, are done in microtasks. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

const nothing: Change = { adds: '', takes: '' }

function step(name: string, run: Step['run']): Step {
  return { name, run, toString: () => name } as Step
}

function selectedWords(editor: LexicalEditor): string {
  return editor.getEditorState().read(() => $getSelection()?.getTextContent() ?? '', { editor })
}

/** Key by key: what is typed becomes a format where Markdown says so, and `words` stay in any case. */
function typing(text: string, words: string): Step {
  return step(`type ${JSON.stringify(text)}`, async (editor) => {
    const takes = selectedWords(editor)
    for (const key of text) {
      editor.update(() => {
        const selection = $getSelection() ?? $getRoot().selectEnd()
        if ($isRangeSelection(selection)) selection.insertText(key)
      })
      await quiet()
    }
    return { adds: words, takes }
  })
}

const plainTyping = [
  'ab',
  'c',
  ' ',
  ' d e ',
  '日本',
  'שלום',
  '2*3*4 ',
  'https://l.example/_m_/9 ',
  'e (http://n.example/o). ',
]
const markdownTyping = [
  ...['# ', '> ', '- ', '3. ', '- [ ] ', '[x] ', '``` ', '--- '].map((text) => typing(text, '')),
  typing('*f*', 'f'),
  typing('**g** ', 'g'),
  typing('~~h~~', 'h'),
  typing('`i`', 'i'),
  typing(' [j](https://k.example/)', 'j'),
]

function dispatchPaste(editor: LexicalEditor, clipboardData: DataTransfer): void {
  editor.update(() => void ($getSelection() ?? $getRoot().selectEnd()), { discrete: true })
  editor.dispatchCommand(PASTE_COMMAND, new ClipboardEvent('paste', { clipboardData, cancelable: true }))
}

function paste(data: Readonly<Record<string, string>>, words: string): Step {
  return step(`paste ${JSON.stringify(data)}`, (editor) => {
    const transfer = new DataTransfer()
    for (const [mime, value] of Object.entries(data)) transfer.setData(mime, value)
    const takes = selectedWords(editor)
    dispatchPaste(editor, transfer)
    // An address over words of one line makes them a link.
    return takes !== '' && safeLink(words) !== null ? null : { adds: words, takes }
  })
}

const htmlShapes = [
  '<p>a</p><p>b</p>',
  'a sentence with <a href="https://x.example/">a link</a> in it',
  '<p>a <a href="https://x.example/"><b>b</b> c</a></p>',
  '<pre>a\n  b</pre>',
  '<pre>a</pre><p>words</p>',
  '<pre>a</pre><pre>b\n\n\nc</pre>',
  '<h2>a</h2><ul><li>b<ul><li>c</li></ul></li></ul>',
  '<ol><li><p>a</p><p>b</p></li></ol>',
  '<ul></ul><p>a</p>',
  '<ul><li></li></ul>',
  '<li>a</li><li>b</li>',
  '<blockquote><h3>a</h3><p>b</p><ul><li>c</li></ul><blockquote>d</blockquote></blockquote>',
  '<a href="https://x.example/"><p>a</p><p>b</p></a>',
  '<a href="https://x.example/">a<a href="https://y.example/">b</a></a>',
  '<code>a <a href="https://x.example/">b</a></code>',
  '<hr><p>a</p><hr>',
  '<ul><li>a<hr>b</li></ul>',
  '<table><tr><td>a</td><td>b</td></tr></table>',
  '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td colspan=2><p>d</p><p>e</p></td></tr></table>',
  '<ul><li><input type="checkbox" checked>a</li></ul>',
  '<div>a<div>b</div><br><div><br></div>c</div>',
  '<p>a<br><br>b</p>',
  'a\tb',
]

function pasteHtml(html: string): Step {
  const words = plainText(fromHtml(html).document)
  return paste({ 'text/html': html, 'text/plain': words }, words)
}

function pasteNodes({ root }: AnswerDocument): Step {
  const words = plainText({ root })
  return paste({ [ours]: JSON.stringify({ namespace, nodes: root.children }), 'text/plain': words }, words)
}

/** Nodes as only another program would put them together; what the schema refuses is taken as its text. */
const oddBlock: fc.Arbitrary<BlockNode> = fc.letrec<{ block: BlockNode }>((tie) => {
  const text = fc.constantFrom('s', 't', 'u v').map((words) => newText(words))
  const mixed = fc.array(fc.oneof(text, tie('block')), { maxLength: 3 })
  return {
    block: fc.oneof(
      { maxDepth: 4 },
      text.map((one) => newParagraph([one])),
      mixed.map((children) => ({ ...newQuote([]), children })),
      fc.array(mixed, { maxLength: 3 }).map((items) =>
        newList(
          'bullet',
          items.map((item) => newListItem(item, 1, 0)),
        ),
      ),
    ),
  }
}).block

/** Parts of it pasted into one another go beyond what the format lets be nested. */
function deepList(depth: number): AnswerDocument {
  let list = newList('bullet', [newListItem([newText('w')], 1, depth)])
  for (let at = depth - 1; at >= 0; at -= 1) {
    list = newList('bullet', [newListItem([newText('x')], 1, at), newListItem([list], 2, at)])
  }
  return newDocument([list])
}

function deepQuote(depth: number): AnswerDocument {
  let quote = newQuote([newText('y')])
  for (let at = 0; at < depth; at += 1) quote = { ...newQuote([]), children: [newText('z'), quote] }
  return newDocument([quote])
}

const plainTexts = ['a', 'a\nb', 'a\n\n\nb\r\nc', '\ta', 'https://x.example/Rust_(game)', '# a']

/** What a file may hold. */
export const anyDocument: fc.Arbitrary<AnswerDocument> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(newDocument([])) },
  { weight: 2, arbitrary: fc.oneof(...Object.values(documentsByKind)) },
  { weight: 3, arbitrary: fc.array(oddBlock, { minLength: 1, maxLength: 3 }).map(newDocument) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 19 }).map(deepList) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }).map(deepQuote) },
)

const pasting: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...htmlShapes).map(pasteHtml) },
  { weight: 3, arbitrary: fc.oneof(...Object.values(documentsByKind)).map(pasteNodes) },
  { weight: 2, arbitrary: fc.array(oddBlock, { minLength: 1, maxLength: 3 }).map(newDocument).map(pasteNodes) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 19 }).map(deepList).map(pasteNodes) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }).map(deepQuote).map(pasteNodes) },
  { weight: 2, arbitrary: fc.constantFrom(...plainTexts).map((text) => paste({ 'text/plain': text }, text)) },
)

const again = step('paste what was copied', (editor, { clipboard }) => {
  if (clipboard === null) return nothing
  const json = clipboard.getData(ours)
  const blocks = json === '' ? null : blocksOfClipboard(json, namespace)
  const takes = selectedWords(editor)
  dispatchPaste(editor, clipboard)
  // The clipboard's plain text has signs that stand for lists.
  if (blocks === null) return { adds: '', takes }
  // What joins a line are inline nodes, which stand in a paragraph as well.
  const children = blocks.flatMap((node) =>
    'text' in node || node.type === 'link' || node.type === 'linebreak' ? newParagraph([node]) : node,
  )
  return { adds: plainText(newDocument(children)), takes }
})

function copying(cuts: boolean): Step {
  return step(cuts ? 'cut' : 'copy', async (editor, hands) => {
    const takes = cuts ? selectedWords(editor) : ''
    const clipboardData = new DataTransfer()
    editor.dispatchCommand(cuts ? CUT_COMMAND : COPY_COMMAND, new ClipboardEvent('copy', { clipboardData }))
    await quiet()
    hands.clipboard = clipboardData
    return { adds: '', takes }
  })
}

const keys: readonly Step[] = [
  step('Enter', (editor) => {
    const takes = selectedWords(editor)
    editor.dispatchCommand(KEY_ENTER_COMMAND, null)
    return { adds: '', takes }
  }),
  step('Shift+Enter', (editor) => {
    const takes = selectedWords(editor)
    editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)
    return { adds: '', takes }
  }),
  step('a tab', (editor) => {
    const takes = selectedWords(editor)
    editor.dispatchCommand(INSERT_TAB_COMMAND, undefined)
    return { adds: '', takes }
  }),
  step('Backspace', (editor) => {
    editor.update($deleteBackward, { discrete: true })
    return null
  }),
  step('indent', (editor) => {
    editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)
    return nothing
  }),
  step('outdent', (editor) => {
    editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined)
    return nothing
  }),
]

/** As Lexical does it with the help of a page's selection, which is not there. */
export function $deleteBackward(): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const { anchor } = selection
  if (selection.isCollapsed() && anchor.offset === 0) {
    const block = $findMatchingParent(anchor.getNode(), (node) => $isElementNode(node) && !node.isInline())
    if ($isElementNode(block) && block.collapseAtStart(selection)) return
    const texts = $getRoot().getAllTextNodes()
    const before = texts[texts.findIndex((text) => text.is(anchor.getNode())) - 1]
    if (before) anchor.set(before.getKey(), before.getTextContentSize(), 'text')
  } else if (selection.isCollapsed() && anchor.type === 'text') {
    anchor.set(anchor.key, anchor.offset - 1, 'text')
  }
  selection.removeText()
}

const history: readonly Step[] = [
  step('undo', (editor) => {
    editor.dispatchCommand(UNDO_COMMAND, undefined)
    return null
  }),
  step('redo', (editor) => {
    editor.dispatchCommand(REDO_COMMAND, undefined)
    return null
  }),
]

const formats = formatActions.map((action) =>
  step(action.id, (editor) => {
    action.run(editor)
    // The words of what is deleted go with it.
    return action.id.startsWith('remove') ? null : nothing
  }),
)

const links = ['https://x.example/', 'https://y.example/', null].map((url) =>
  step(`link to ${url}`, (editor) => {
    setLink(editor, url)
    return nothing
  }),
)

const puttingIn = (['text', 'bullet'] as const).map((form) =>
  step(`put in as ${form}`, (editor) => {
    insertAtEnd(editor, 'p\nq', form)
    return { adds: 'p\nq', takes: '' }
  }),
)

type Place = readonly [node: number, offset: number]

function selecting([from, to]: readonly [Place, Place | null]): Step {
  return step(`select ${JSON.stringify([from, to])}`, (editor) => {
    editor.update(
      () => {
        const selection = $createRangeSelection()
        $setPoint(selection.anchor, from)
        $setPoint(selection.focus, to ?? from)
        $setSelection(selection)
      },
      { discrete: true },
    )
    return nothing
  })
}

/** In a text, or where there is none. */
function $setPoint(point: PointType, [at, offset]: Place): void {
  const nodes: LexicalNode[] = []
  const add = (node: LexicalNode) => {
    if ($isTextNode(node) || ($isElementNode(node) && node.isEmpty())) nodes.push(node)
    else if ($isElementNode(node)) for (const child of node.getChildren()) add(child)
  }
  add($getRoot())
  const node = nodes[at % Math.max(nodes.length, 1)]
  if ($isTextNode(node)) point.set(node.getKey(), wholeBefore(node.getTextContent(), offset), 'text')
  else if ($isElementNode(node)) point.set(node.getKey(), 0, 'element')
}

/** No caret stands between the halves of a character. */
function wholeBefore(text: string, offset: number): number {
  const at = offset % (text.length + 1)
  return /[\uD800-\uDBFF]$/.test(text.slice(0, at)) ? at - 1 : at
}

const place = fc.tuple(fc.nat(60), fc.nat(40))

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...plainTyping.map((text) => typing(text, text)), ...markdownTyping) },
  { weight: 5, arbitrary: pasting },
  { weight: 4, arbitrary: fc.constantFrom(...formats) },
  { weight: 4, arbitrary: fc.constantFrom(...keys) },
  { weight: 2, arbitrary: fc.constantFrom(...links) },
  { weight: 6, arbitrary: fc.tuple(place, fc.option(place, { nil: null })).map(selecting) },
  { weight: 2, arbitrary: fc.constantFrom(copying(false), copying(true), again) },
  { weight: 1, arbitrary: fc.constantFrom(...puttingIn) },
  { weight: 3, arbitrary: fc.constantFrom(...history) },
)
