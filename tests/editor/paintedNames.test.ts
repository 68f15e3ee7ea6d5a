/** Whatever is done to an answer, in any order: the names that are painted are those that the facts of what is stored have, each where it stands. */
import fc from 'fast-check'
import { $getRoot, $getSelection, $isRangeSelection, KEY_DOWN_COMMAND, type LexicalEditor, UNDO_COMMAND } from 'lexical'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { fromMarkdown } from '#shared/document/fromMarkdown'
import { asMark, marksIn } from '#shared/domain/text/markedWords'
import { factsOfDocument } from '#shared/facts/documentFacts'
import { loadHtmlReader } from '../../src/renderer/editor/extensions/htmlReader'
import { checkManyAsync } from '../document/checkMany'
import { answers, editorOf, stored, type } from '../renderer/answers'
import { anyDocument, anyStep, type Hands, quiet, type Step } from './editorSteps'

beforeAll(async () => {
  await loadHtmlReader()
})

/** What the page has and the tests' document lacks. */
class FakeHighlight extends Set<StaticRange> {}
class FakeRange {
  declare readonly startContainer: Text
  declare readonly startOffset: number
  declare readonly endContainer: Text
  declare readonly endOffset: number
  constructor(init: object) {
    Object.assign(this, init)
  }
}

let highlights: Map<string, FakeHighlight>
beforeEach(() => {
  highlights = new Map()
  vi.stubGlobal('Highlight', FakeHighlight)
  vi.stubGlobal('StaticRange', FakeRange)
  vi.stubGlobal('CSS', { highlights })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

function shown(editor: LexicalEditor): void {
  const root = document.createElement('div')
  root.contentEditable = 'true'
  document.body.append(root)
  editor.setRootElement(root)
}

/** The words under the paint, in the order of the alphabet. */
function painted(): string[] {
  const ranges = [...highlights.values()].flatMap((highlight) => [...highlight])
  return ranges
    .map(({ startContainer, startOffset, endContainer, endOffset }) => {
      if (!document.body.contains(startContainer) || !document.body.contains(endContainer)) return 'gone'
      const range = document.createRange()
      range.setStart(startContainer, startOffset)
      range.setEnd(endContainer, endOffset)
      return range.toString()
    })
    .sort()
}

/** Each name once, however its quotes are written. */
function names(words: readonly string[]): string[] {
  return [
    ...new Set(
      words.map((text) => {
        const [mark, ...more] = marksIn(text)
        const isWhole = mark?.start === 0 && mark.end === text.length && more.length === 0
        return isWhole ? asMark(mark.sign, mark.name) : `no name: ${text}`
      }),
    ),
  ].sort()
}

function namesOf(editor: LexicalEditor): string[] {
  const { tags, people, projects } = factsOfDocument(stored(editor))
  return [
    ...tags.map((name) => asMark('#', name)),
    ...people.map((name) => asMark('@', name)),
    ...projects.map((name) => asMark('+', name)),
  ].sort()
}

const naming: readonly Step[] = ['#a', ' @B', ' +"c d" ', '#e-f @"G"', ' `#h` ', '@ש ', '"'].map((text) => ({
  name: `type ${text}`,
  toString: () => `type ${text}`,
  run: async (editor) => {
    for (const key of text) {
      editor.update(() => {
        const selection = $getSelection() ?? $getRoot().selectEnd()
        if ($isRangeSelection(selection)) selection.insertText(key)
      })
      await quiet()
    }
    return null
  },
}))

test('any sequence of steps', async () => {
  await checkManyAsync(
    'names painted',
    fc.tuple(anyDocument, fc.array(fc.oneof(anyStep, fc.constantFrom(...naming)), { minLength: 1, maxLength: 8 })),
    async ([document, steps]) => {
      const page = answers([document])
      if (page.group.editors[0] === null) return
      const editor = editorOf(page.group, 0)
      shown(editor)
      expect(names(painted()), 'shown').toEqual(namesOf(editor))
      const hands: Hands = { clipboard: null }
      for (const step of steps) {
        await step.run(editor, hands)
        await quiet()
        expect(names(painted()), step.name).toEqual(namesOf(editor))
      }
      editor.setRootElement(null)
      expect(painted()).toEqual([])
      page.group.dispose()
    },
    { all: 80, deep: 5000 },
  )
})

test('each place is painted, and an undo takes the paint of what it took', async () => {
  const page = answers()
  const editor = editorOf(page.group, 0)
  shown(editor)
  await type(editor, 'with @Dana and @Dana on +apollo')
  expect(painted()).toEqual(['+apollo', '@Dana', '@Dana'])
  editor.dispatchCommand(UNDO_COMMAND, undefined)
  await quiet()
  expect(painted()).toEqual([])
  page.group.dispose()
})

test.each([
  ['code', '```\n@Dana\n```'],
  ['a link', '[@Dana](https://a.example/)'],
])('in %s the key leads nowhere, as nothing is painted there', async (_, markdown) => {
  const page = answers([fromMarkdown(markdown)])
  const editor = editorOf(page.group, 0)
  shown(editor)
  expect(painted()).toEqual([])
  editor.update(() => void $getRoot().getAllTextNodes()[0]?.select(2, 2), { discrete: true })
  const init = { key: 'O', ctrlKey: true, shiftKey: true, cancelable: true }
  editor.dispatchCommand(KEY_DOWN_COMMAND, new KeyboardEvent('keydown', init))
  await quiet()
  expect(page.openName).not.toHaveBeenCalled()
  page.group.dispose()
})
