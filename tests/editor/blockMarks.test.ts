/** Whatever is done to an answer, in any order: words of a private block stand in private ones, and no two blocks have one id. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { AnswerDocument, AnyNode } from '#shared/document/document'
import { isMarkedType, marksIn, nodesIn } from '#shared/document/marks'
import { newText } from '#shared/document/newNodes'
import { isInline } from '#shared/document/plainText'
import { toMarkdown } from '#shared/document/toMarkdown'
import { loadHtmlReader } from '../../src/renderer/editor/extensions/htmlReader'
import { checkManyAsync } from '../document/checkMany'
import { answers, editorOf, stored } from '../renderer/answers'
import { anyDocument, anyStep, type Hands, quiet } from './editorSteps'

beforeAll(async () => {
  await loadHtmlReader()
})

/** Letters that no step writes: where they stand, private words stand. */
const secret = 'ꓑ'

/** Some blocks with words private, each with the letter in it, some with an id, some both. */
function marked<N extends AnyNode>(node: N, next: () => number, count = { ids: 0 }): N {
  if (!('children' in node)) return node
  const children: readonly AnyNode[] = node.children
  const inside = children.map((child) => marked<AnyNode>(child, next, count))
  const choice = isMarkedType(node.type) && children.every(isInline) ? next() : 0
  const isPrivate = choice === 1 || choice === 3
  if (choice === 2 || choice === 3) count.ids += 1
  const state = { ...(isPrivate && { private: true }), ...(choice > 1 && { id: `id-${count.ids}` }) }
  const own = isPrivate ? [newText(`x${secret}y`), ...inside] : inside
  return { ...node, children: own, ...(choice > 0 && { $: state }) }
}

function blocksOf(document: AnswerDocument): { text: string; isPrivate: boolean; id: string }[] {
  return nodesIn(document.root).flatMap((node) =>
    isMarkedType(node.type) ? [{ text: ownText(node), ...marksIn('$' in node ? node.$ : undefined) }] : [],
  )
}

function ownText(node: AnyNode): string {
  if ('text' in node) return node.text
  if (!('children' in node)) return ''
  const children: readonly AnyNode[] = node.children
  return children.filter(isInline).map(ownText).join('')
}

function withoutStates<N extends AnyNode>(node: N): N {
  const { $: _, ...rest } = { $: undefined, ...node }
  return ('children' in node ? { ...rest, children: node.children.map(withoutStates<AnyNode>) } : rest) as unknown as N
}

test('any sequence of steps', async () => {
  let moved = 0
  await checkManyAsync(
    'marks of blocks',
    fc.tuple(anyDocument, fc.infiniteStream(fc.nat(3)), fc.array(anyStep, { minLength: 1, maxLength: 12 })),
    async ([plain, choices, steps]) => {
      const page = answers([{ root: marked(plain.root, () => choices.next().value) }])
      if (page.group.editors[0] === null) return
      const editor = editorOf(page.group, 0)
      const hands: Hands = { clipboard: null }
      for (const step of steps) {
        const before = stored(editor)
        await step.run(editor, hands)
        await quiet()
        expect(page.takenBack.mock.calls, step.name).toEqual([])
        const document = stored(editor)
        if (JSON.stringify(document) !== JSON.stringify(before)) moved += 1
        const blocks = blocksOf(document)
        expect(
          blocks.filter(({ text, isPrivate }) => text.includes(secret) && !isPrivate),
          step.name,
        ).toEqual([])
        const ids = blocks.flatMap(({ id }) => id || [])
        expect(ids, step.name).toEqual([...new Set(ids)])
        for (const node of nodesIn(document.root))
          if ('text' in node && marksIn('$' in node ? node.$ : 0).id !== '')
            expect(ids).toContain(marksIn('$' in node ? node.$ : 0).id)
        expect(toMarkdown(document)).toBe(toMarkdown({ root: withoutStates(document.root) }))
      }
      const reopened = answers([stored(editor)])
      const again = stored(editorOf(reopened.group, 0))
      // Neighbouring texts of one form become one when a page is opened.
      expect(blocksOf(again)).toEqual(blocksOf(stored(editor)))
      expect(toMarkdown(again)).toBe(toMarkdown(stored(editor)))
      reopened.group.dispose()
      page.group.dispose()
    },
    { quick: 10, all: 150, deep: 10_000 },
  )
  expect(moved).toBeGreaterThan(0)
})
