/** Fields of a newer app survive on nodes of every kind while a person edits the answer in this version. */
import { $getRoot, $isTextNode, type LexicalEditor } from 'lexical'
import { expect, test } from 'vitest'
import type { AnyNode, BlockNode, ListType } from '#shared/document/document'
import { readDocument } from '#shared/document/document'
import { nodesIn } from '#shared/document/marks'
import {
  newCode,
  newDocument,
  newHeading,
  newLinebreak,
  newLink,
  newList,
  newListItem,
  newParagraph,
  newQuote,
  newRule,
  newTab,
  newText,
} from '#shared/document/newNodes'
import { answers, editorOf, settled, stored } from '../answers'

const list = (type: ListType) =>
  newList(type, [
    newListItem([newText('item')], 1, 0, type === 'check' ? true : undefined),
    newListItem([newList(type, [newListItem([newText('inner')], 1, 1, type === 'check' ? false : undefined)])], 2, 0),
  ])
const highlighted = { ...newText('word'), type: 'code-highlight' as const, highlightType: 'keyword' }

/** One for each kind, the words of other kinds in it among them. */
const blocks: Readonly<Record<string, BlockNode>> = {
  paragraph: newParagraph([
    newText('text'),
    newText('bold', 1),
    newTab(),
    newLinebreak(),
    newLink('https://a.example/', [newText('link')]),
  ]),
  heading: newHeading('h2', [newText('heading')]),
  quote: newQuote([newText('quote'), newLinebreak(), newText('of two lines')]),
  code: newCode([newText('code'), newTab(), newText('tab'), newLinebreak(), highlighted], 'ts'),
  bullet: list('bullet'),
  number: list('number'),
  check: list('check'),
  rule: newRule(),
}

/** With a field, one in the state, and what only a newer app makes of known fields, each its own. */
function ofNewerApp(blocks: readonly BlockNode[]) {
  const document = structuredClone(newDocument([...blocks, newParagraph([newText('end')])]))
  for (const [at, node] of nodesIn(document.root).entries())
    Object.assign(node, { later: { at }, $: { mark: `state ${at}` } })
  if (!readDocument(document).ok) throw new Error('not of the format')
  return document
}

function unknownOf(nodes: readonly AnyNode[]): unknown[] {
  return nodes.map((node) => ({
    type: node.type,
    later: 'later' in node ? node.later : null,
    $: '$' in node ? node.$ : null,
  }))
}

function typeInto(editor: LexicalEditor, words: string): void {
  editor.update(
    () => {
      const text = $getRoot()
        .getAllTextNodes()
        .find((node) => node.getTextContent() === words)
      if (!$isTextNode(text)) throw new Error(`no ${words}`)
      text.select(1, 1).insertText('x')
    },
    { discrete: true },
  )
}

const all = Object.values(blocks)
const words = ['end', 'text', 'link', 'heading', 'quote', 'code', 'tab', 'word', 'item', 'inner']

test.each(words)('after a key in “%s” each node has all that it had', async (edited) => {
  const document = ofNewerApp(all)
  const { group, changed } = answers([document])
  const editor = editorOf(group, 0)
  typeInto(editor, edited)
  await settled()
  expect(changed).toHaveBeenCalled()
  expect(unknownOf(nodesIn(stored(editor).root))).toEqual(unknownOf(nodesIn(document.root)))
  group.dispose()
})

test.each(Object.entries(blocks))('alone: %s', async (_, block) => {
  const document = ofNewerApp([block])
  const { group, changed } = answers([document])
  const editor = editorOf(group, 0)
  typeInto(editor, 'end')
  await settled()
  expect(unknownOf(nodesIn(changed.mock.lastCall?.[1]().root))).toEqual(unknownOf(nodesIn(document.root)))
  group.dispose()
})
