/** When a format may be lost, exactly: where no signs of CommonMark express the formats of a word, and then as few as can be. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnswerDocument, type InlineNode, textFormat } from '#shared/document/document'
import type { Around } from '#shared/document/formatEdges'
import { fromMarkdown } from '#shared/document/fromMarkdown'
import { newDocument, newParagraph, newText } from '#shared/document/newNodes'
import { isReadAsMeant } from '#shared/document/pairing'
import type { Token } from '#shared/document/phrasingTokens'
import { toMarkdown } from '#shared/document/toMarkdown'
import { deep, runs } from '../effort'

const { bold, italic, strikethrough } = textFormat
const bits = [bold, italic, strikethrough]
const letters = 'abc'

/** Every way to write letters of these formats: all nestings, each with either sign. `done` stand around them already. */
function* written(formats: readonly number[], done = 0, from = 0, to = formats.length): Generator<Token[]> {
  if (from === to) {
    yield []
    return
  }
  const own = (formats[from] ?? 0) & ~done
  if (own === 0) {
    for (const rest of written(formats, done, from + 1, to))
      yield [{ kind: 'words', value: letters.charAt(from) }, ...rest]
    return
  }
  for (const bit of bits.filter((one) => own & one)) {
    for (let end = from + 1; end <= to && formats.slice(from, end).every((format) => format & bit); end += 1) {
      for (const inner of written(formats, done | bit, from, end))
        for (const rest of written(formats, done, end, to))
          for (const sign of bit === strikethrough ? ['~'] : ['*', '_']) {
            const type = bit === bold ? 'strong' : bit === italic ? 'emphasis' : 'delete'
            const value = sign.repeat(bit === italic ? 1 : 2)
            const delimiter: Token = { kind: 'delimiter', value, of: { type, children: [] } }
            yield [delimiter, ...inner, delimiter, ...rest]
          }
    }
  }
}

const expressible = new Map<string, boolean>()

function canBeWritten(formats: readonly number[], around: Around): boolean {
  const key = JSON.stringify([formats, around])
  const known = expressible.get(key) ?? [...written(formats)].some((tokens) => isReadAsMeant(tokens, around))
  expressible.set(key, known)
  return known
}

/** All that can be left of these formats. */
function rests(formats: readonly number[]): number[][] {
  const [first, ...others] = formats
  if (first === undefined) return [[]]
  const subsets = [0, 1, 2, 3, 4, 5, 6, 7].filter((subset) => (subset & ~first) === 0)
  return rests(others).flatMap((rest) => subsets.map((subset) => [subset, ...rest]))
}

const size = (formats: readonly number[]) =>
  formats.reduce((sum, format) => sum + bits.filter((bit) => format & bit).length, 0)

function mostLeft(formats: readonly number[], around: Around): number {
  return Math.max(
    ...rests(formats)
      .filter((rest) => canBeWritten(rest, around))
      .map(size),
  )
}

function formatsRead(document: AnswerDocument): number[] {
  const [block] = document.root.children
  if (block?.type !== 'paragraph') throw new Error('not one paragraph')
  return block.children.flatMap((node) => ('text' in node ? [...node.text].map(() => node.format ?? 0) : []))
}

/** Letters of one format stand together: what gives way, gives way for all of them. */
function sequences(length: number): number[][] {
  if (length === 0) return [[]]
  return sequences(length - 1).flatMap((rest) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((format) => format !== rest[0]).map((format) => [format, ...rest]),
  )
}

describe.each([
  ['within a word', 'x', 'y'],
  ['of a whole line', '', ''],
  ['at a word’s end', 'x', ''],
  ['at its start', '', 'y'],
])('formats %s', (_, before, after) => {
  test.each(deep ? [1, 2, 3] : [1, 2])('of %i letters', (length) => {
    for (const formats of sequences(length)) {
      const nodes = [...letters.slice(0, length)].map((letter, at) => newText(letter, formats[at] ?? 0))
      const all = [newText(before), ...nodes, newText(after)].filter(({ text }) => text !== '')
      const markdown = toMarkdown(newDocument([newParagraph(all)]))
      const read = formatsRead(fromMarkdown(markdown)).slice(before.length, before.length + length)
      read.forEach((format, at) => {
        expect(format & ~(formats[at] ?? 0), markdown).toBe(0)
      })
      expect(size(read), `${formats} ${markdown}`).toBe(
        mostLeft(formats, { before: before || '\n', after: after || '\n' }),
      )
    }
  })
})

test('whole words keep every format, whatever stands beside them', () => {
  const word = fc.tuple(fc.constantFrom('word', 'Wörter', 'слово', 'x1', 'don’t'), fc.integer({ min: 0, max: 7 }))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const nodes = words.flatMap(([text, format], at): InlineNode[] =>
        at === 0 ? [newText(text, format)] : [newText(' '), newText(text, format)],
      )
      const document = newDocument([newParagraph(nodes)])
      const expected = nodes.flatMap((node) => ('text' in node ? [...node.text].map(() => node.format ?? 0) : []))
      expect(formatsRead(fromMarkdown(toMarkdown(document)))).toEqual(expected)
    }),
    { numRuns: runs({ all: 100, deep: 10_000 }) },
  )
})
