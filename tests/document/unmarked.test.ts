/** The short way for texts without signs: to the letter what the library makes of them, wherever they stand. */
import fc from 'fast-check'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { toMarkdown as plainToMarkdown } from 'mdast-util-to-markdown'
import { expect, test } from 'vitest'
import { textFormat } from '#shared/document/document'
import { newDocument, newHeading, newLinebreak, newLink, newParagraph, newText } from '#shared/document/newNodes'
import { toMarkdown } from '#shared/document/toMarkdown'
import { toMdast } from '#shared/document/toMdast'
import { isUnmarked } from '#shared/document/unmarked'
import { checkMany } from './runs'

/** Without `_`, `<` and a byte order mark, which we tell in other ways than the library, and without line breaks, which are nodes. */
const signs = [...'!"#$%&\'()*+,-./:;=>?@[\\]^`{|}~']
const text = fc
  .array(
    fc.constantFrom(...signs, ' ', ' ', ' ', '\t', '1', '10', 'a', 'B', 'é', '日', '😀', '\u00a0', '…', 'word', 'word'),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''))
const inline = fc.oneof(
  { weight: 4, arbitrary: text.map((words) => newText(words)) },
  fc.tuple(text, fc.constantFrom(...Object.values(textFormat))).map(([words, format]) => newText(words, format)),
  text.map((words) => newLink('https://a.example/', [newText(words)])),
  fc.constant(newLinebreak()),
)
const block = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .chain((children) => fc.constantFrom(newParagraph(children), newHeading('h2', children)))

test('a line is what the library makes of it', () => {
  checkMany(
    'unmarked',
    block,
    (given) => {
      const document = newDocument([given])
      const extensions = [gfmStrikethroughToMarkdown()]
      expect(toMarkdown(document)).toBe(plainToMarkdown(toMdast(document), { extensions }))
    },
    { normal: 3_000, full: 50_000 },
  )
})

test.each([
  ['Plain words, and more; at 10:30 – “yes”.', '\n', true],
  ['Ends with a space ', '\n', true],
  ['1. no item', 'x', true],
  ['1. an item', '\n', false],
  [' begins with a space', '\n', false],
  ['- an item', '\n', false],
  ['a *b*', 'x', false],
  ['a \\ b', 'x', false],
  ['a & b', 'x', false],
  ['two\nlines', 'x', false],
])('%j after %j: %s', (given, before, unmarked) => {
  expect(isUnmarked(given, { before })).toBe(unmarked)
})
