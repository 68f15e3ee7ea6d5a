/** The marks of blocks in a document: by the rules as soon as it is read, and nowhere in Markdown. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnswerDocument, type AnyNode, readDocument } from '#shared/document/document'
import { hasMarks, idsIn, isMarkedType, marksIn, nodesIn, withSettledMarks } from '#shared/document/marks'
import { newDocument, newLink, newParagraph, newText } from '#shared/document/newNodes'
import { toMarkdown } from '#shared/document/toMarkdown'
import { documentsByKind } from './arbitraries'
import { checkMany } from './checkMany'

const stateOf = (node: AnyNode) => ('$' in node ? node.$ : undefined)
const paragraph = (state: object | null, ...texts: (readonly [string, object?])[]) => {
  const children = texts.map(([text, of]) => ({ ...newText(text), ...(of && { $: of }) }))
  return { ...newParagraph(children), ...(state && { $: state }) }
}
const states = (document: AnswerDocument) => withSettledMarks(document).root.children.map(stateOf)

test.each([
  ['a private text makes its block private', [paragraph(null, ['a', { private: true }], ['b'])], [{ private: true }]],
  ['an id that a text has comes back to its block', [paragraph(null, ['a', { id: 'x' }], ['b'])], [{ id: 'x' }]],
  [
    'of two with one id it is the one with most of its words',
    [paragraph({ id: 'x' }, ['a', { id: 'x' }]), paragraph(null, ['bc', { id: 'x' }])],
    [undefined, { id: 'x' }],
  ],
  [
    'of equals it is the first',
    [paragraph({ id: 'x' }, ['a']), paragraph({ id: 'x' }, ['a'])],
    [{ id: 'x' }, undefined],
  ],
  [
    'a block has one, its own before another',
    [paragraph({ id: 'y' }, ['a', { id: 'y' }], ['bc', { id: 'x' }])],
    [{ id: 'y' }],
  ],
  ['a block without words has none', [paragraph({ id: 'x', private: true })], [{ private: true }]],
  [
    'what is no mark stays',
    [paragraph({ private: 'yes', id: 5, later: 1 }, ['a', { private: true }])],
    [{ private: true, id: 5, later: 1 }],
  ],
])('%s', (_, blocks, expected) => {
  expect(states(newDocument(blocks))).toEqual(expected)
})

test('what is no state at all stays, and its words are as private as they say', () => {
  const odd = { ...paragraph(null, ['a', { private: true }]), $: 5 }
  const settled = withSettledMarks(newDocument([odd]))
  expect(settled.root.children).toEqual([odd])
})

test('each text of a marked block has its marks, those of its links too', () => {
  const marked = {
    ...newParagraph([newText('a'), newLink('https://x.example/', [newText('b')])]),
    $: { private: true, id: 'x' },
  }
  const [block] = withSettledMarks(newDocument([marked])).root.children
  const texts = block ? nodesIn(block).filter((node) => 'text' in node) : []
  expect(texts.map(stateOf)).toEqual([
    { private: true, id: 'x' },
    { private: true, id: 'x' },
  ])
})

const anyState = fc.constantFrom(
  undefined,
  undefined,
  { private: true },
  { id: 'x' },
  { private: true, id: 'y', later: 1 },
  { private: 0 },
)

/** The document with any states on its blocks and texts. */
function stated<N extends AnyNode>(node: N, next: () => unknown): N {
  const state = isMarkedType(node.type) || 'text' in node ? next() : undefined
  const own = state === undefined ? node : { ...node, $: state }
  return 'children' in node ? { ...own, children: node.children.map((child) => stated<AnyNode>(child, next)) } : own
}

test.each(Object.entries(documentsByKind))(
  'of %s: settled once, in the format, and not in Markdown',
  (kind, documents) => {
    checkMany(`marks of ${kind}`, fc.tuple(documents, fc.infiniteStream(anyState)), ([plain, given]) => {
      const document = { root: stated(plain.root, () => given.next().value) }
      const settled = withSettledMarks(document)
      expect(withSettledMarks(settled)).toEqual(settled)
      expect(readDocument(settled)).toEqual({ ok: true, document: settled })
      expect(toMarkdown(settled)).toBe(toMarkdown(plain))
      const blocks = nodesIn(settled.root).filter(({ type }) => isMarkedType(type))
      const ids = blocks.flatMap((block) => marksIn(stateOf(block)).id || [])
      expect(new Set(ids).size).toBe(ids.length)
      expect(new Set(ids)).toEqual(new Set(idsIn(settled)))
      if (!hasMarks(document)) expect(settled).toBe(document)
    })
  },
)
