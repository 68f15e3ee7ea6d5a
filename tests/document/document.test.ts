import { $createCodeHighlightNode, $createCodeNode } from '@lexical/code-core'
import { $createHorizontalRuleNode } from '@lexical/extension'
import { $createLinkNode, $toggleLink } from '@lexical/link'
import { $createListItemNode, $createListNode, $insertList, $isListItemNode } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTabNode,
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  type TextNode,
} from 'lexical'
import { expect, test } from 'vitest'
import { documentOfText, emptyDocument, maxListDepth, readDocument } from '#shared/document/document'
import { newDocument, newList, newListItem, newText } from '#shared/document/newNodes'
import { plainText } from '#shared/document/plainText'
import { newEditor, settledByLexical, storedBy, throughLexical } from './lexicalEditor'

function edited(edit: () => void, editor: LexicalEditor = newEditor()) {
  editor.update(edit, { discrete: true })
  return storedBy(editor)
}

function ends(nodes: TextNode[]): [TextNode, number, TextNode, number] {
  const [first, last] = [nodes[0], nodes.at(-1)]
  if (!first || !last) throw new Error('no text')
  return [first, 0, last, last.getTextContentSize()]
}

function accepted(stored: { root: unknown }) {
  const read = readDocument(stored)
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(stored)}`)
  expect(throughLexical(read.document)).toEqual(stored)
  return read.document
}

test('every node our editor makes is accepted and comes back from Lexical unchanged', () => {
  const document = accepted(
    edited(() => {
      const text = (words: string, format = 0) => $createTextNode(words).setFormat(format)
      const list = $createListNode('number', 3).append(
        $createListItemNode().append(text('one')),
        $createListItemNode().append(
          $createListNode('check').append(
            $createListItemNode(true).append(text('done')),
            $createListItemNode(false).append(text('open')),
          ),
        ),
        $createListItemNode(),
      )
      $getRoot().append(
        $createParagraphNode().append(
          text('b', 1),
          text('all', 1 | 2 | 4 | 16),
          $createLineBreakNode(),
          $createTabNode(),
          $createLinkNode('https://a.example', { title: 't', rel: 'noopener', target: '_blank' }).append(
            text('link', 2),
          ),
          text('underlined elsewhere', 8),
        ),
        ...(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const).map((tag) => $createHeadingNode(tag).append(text(tag))),
        $createQuoteNode().append(text('q'), $createLineBreakNode(), text('r')),
        $createQuoteNode({ shadowRoot: true }).append(
          $createParagraphNode().append(text('p')),
          $createListNode('bullet'),
        ),
        $createCodeNode('ts').append(
          $createCodeHighlightNode('const', 'keyword'),
          $createTabNode(),
          $createLineBreakNode(),
        ),
        $createCodeNode(),
        $createHorizontalRuleNode(),
        list,
        $createParagraphNode(),
      )
    }),
  )
  expect(plainText(document)).toBe(
    ['ball', '\tlinkunderlined elsewhere', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'q', 'r', 'p', 'const\t', '', '', 'one']
      .concat(['done', 'open', '', ''])
      .join('\n'),
  )
})

test('lists, links and quotes made by commands and selections are accepted', () => {
  const editor = newEditor()
  const texts = ['one', 'two', 'three'].map(() => '')
  edited(() => {
    const nodes = ['one', 'two', 'three'].map((words) => $createTextNode(words))
    nodes.forEach((node, index) => {
      $getRoot().append($createParagraphNode().append(node))
      texts[index] = node.getKey()
    })
    nodes[0]?.select(0, 0).setTextNodeRange(...ends(nodes))
    $insertList('check')
  }, editor)
  edited(() => {
    const items = texts.map((key) => $getNodeByKey(key)?.getParent())
    if (!$isListItemNode(items[1])) throw new Error('no list was made')
    items[1].setIndent(2)
    $getNodeByKey(texts[0] ?? '')?.selectStart()
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) throw new Error('nothing is selected')
    selection.focus.offset = 2
    $toggleLink('https://a.example')
  }, editor)
  accepted(storedBy(editor))
  const json = JSON.stringify(storedBy(editor))
  expect(json).toContain('"link"')
  expect(json).toContain('"indent":2')
})

test('an editor emptied to nothing is accepted', () => {
  const editor = newEditor()
  accepted(edited(() => $getRoot().append($createParagraphNode().append($createTextNode('x'))), editor))
  const cleared = readDocument(edited(() => $getRoot().clear(), editor))
  expect(cleared).toEqual({ ok: true, document: emptyDocument() })
})

test('documents made here are what Lexical itself writes', () => {
  for (const document of [emptyDocument(), documentOfText(''), documentOfText('a\r\nb\tc\n\n\u2028 d')]) {
    expect(throughLexical(document)).toEqual(document)
    expect(settledByLexical(document)).toEqual(document)
  }
  expect(plainText(documentOfText('a\r\nb\tc\n\nd '))).toBe('a\nb\tc\n\nd ')
  expect(plainText(emptyDocument())).toBe('')
})

test('a list has its words, also one of more items than a call takes arguments', () => {
  const many = Array.from({ length: 200_000 }, () => newListItem([newText('a')], 1, 0))
  expect(plainText(newDocument([newList('bullet', many)]))).toHaveLength(2 * 200_000 - 1)
})

test('a document is the answer itself, unknown fields and all', () => {
  const answer = {
    later: 1,
    root: { ...emptyDocument().root, $: { mood: 'calm' }, children: [{ ...newParagraphWith('x'), colour: 'red' }] },
  }
  const before = JSON.stringify(answer)
  const read = readDocument(answer)
  expect(read.ok && read.document).toBe(answer)
  expect(JSON.stringify(answer)).toBe(before)
})

function newParagraphWith(words: string) {
  return { type: 'paragraph', children: [newText(words)], version: 1 }
}

const root = (...children: unknown[]) => ({ root: { type: 'root', children } })
const hostile: Record<string, unknown> = {
  'an empty object': {},
  null: null,
  'an empty root': { root: {} },
  'a null root': { root: null },
  'a root that is an array': { root: [] },
  'text at the root': root(newText('x')),
  'a line break at the root': root({ type: 'linebreak' }),
  'a link at the root': root({ type: 'link', url: 'https://a.example', children: [] }),
  'a list item at the root': root({ type: 'listitem', children: [] }),
  'a root in the root': root({ type: 'root', children: [] }),
  'an unknown type': root({ type: 'image', src: 'x' }),
  'no type': root({ children: [] }),
  'a null child': root(null),
  'children that are no array': { root: { type: 'root', children: {} } },
  'a paragraph without children': root({ type: 'paragraph' }),
  'a paragraph in a paragraph': root({ type: 'paragraph', children: [newParagraphWith('x')] }),
  'text in a list': root({ type: 'list', listType: 'bullet', children: [newText('x')] }),
  'a text that is no string': root({ type: 'paragraph', children: [{ type: 'text', text: 1 }] }),
  'a heading of level 7': root({ type: 'heading', tag: 'h7', children: [] }),
  'an unknown kind of list': root({ type: 'list', listType: 'alpha', children: [] }),
  'a link without a url': root({ type: 'paragraph', children: [{ type: 'link', children: [] }] }),
  'a slot': root({ ...newParagraphWith('x'), $slots: { caption: { type: 'image' } } }),
  'a format that is no number': root({ type: 'paragraph', children: [{ ...newText('x'), format: 'bold' }] }),
}

test.each(Object.entries(hostile))('refused: %s', (_, answer) => {
  // Whatever a file may hold arrives here; the type is the caller's promise, which this test breaks.
  expect(readDocument(answer as { root: unknown })).toEqual({ ok: false })
})

test('nesting is looked at before anything recurses', () => {
  for (const depth of [98, 1000, 200_000]) {
    let deep: unknown = []
    for (let level = 0; level < depth; level += 1) deep = level % 2 ? [deep] : { children: deep, type: 'quote' }
    expect(readDocument({ root: deep })).toEqual({ ok: false })
    expect(readDocument({ root: emptyDocument().root, unknown: deep })).toEqual({ ok: false })
  }
})

test('the deepest list an editor may build is within the limit', () => {
  let list = newList('bullet', [newListItem([newText('deep')], 1, maxListDepth - 1)])
  for (let depth = maxListDepth - 2; depth >= 0; depth -= 1) list = newList('bullet', [newListItem([list], 1, depth)])
  const document = { root: { ...emptyDocument().root, children: [list] } }
  expect(readDocument(document).ok).toBe(true)
  expect(throughLexical(document)).toEqual(document)
})
