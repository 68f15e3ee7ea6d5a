/** A page goes out as Markdown in a time that grows as the page does, whatever it is made of. */
import { describe, expect, test } from 'vitest'
import { type AnswerDocument, documentOfText, type InlineNode, textFormat } from '#shared/document/document'
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
  newTab,
  newText,
} from '#shared/document/newNodes'
import { toMarkdown } from '#shared/document/toMarkdown'
import { sampled } from '../effort'
import { blocksRun } from '../growth/blocksRun'
import { grows } from '../growth/grows'

const times = <T>(n: number, make: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => make(at))
const paragraph = (...children: InlineNode[]) => newDocument([newParagraph(children)])
const lines = (n: number) => times(n, () => [newText('a'), newLinebreak()]).flat()
const { bold, italic, strikethrough, code } = textFormat
const nested = (depth: number): AnswerDocument => {
  const at = (level: number): ReturnType<typeof newList> =>
    newList('bullet', [
      newListItem([newText('a')], 1, level),
      ...(level < depth ? [newListItem([at(level + 1)], 2, level)] : []),
    ])
  return newDocument([at(0)])
}

const dimensions: Record<string, (n: number) => AnswerDocument> = {
  'length of a text': (n) => paragraph(newText('word '.repeat(n))),
  'spaces of a text': (n) => paragraph(newText(`a${' '.repeat(n)}b`)),
  'spaces of a bold text': (n) =>
    paragraph(newText('a'), newText(`${' '.repeat(n)}b${' '.repeat(n)}`, bold), newText('c')),
  'spaces in the middle of a bold text': (n) => paragraph(newText(`a${' '.repeat(n)}b`, bold)),
  'spaces at the ends of lines': (n) =>
    paragraph(newText(' '.repeat(n)), newLinebreak(), newText(`a${'\t'.repeat(n)}`)),
  'punctuation at a bold text’s edges': (n) => paragraph(newText('a'), newText('!'.repeat(n), bold), newText('b')),
  'faces at a bold text’s edges': (n) => paragraph(newText('a'), newText('🙂'.repeat(n), bold), newText('b')),
  'lines of a paragraph': (n) => paragraph(...lines(n)),
  'empty lines of a paragraph': (n) => paragraph(...times(n, newLinebreak), newText('a')),
  'lines of a bold paragraph': (n) => paragraph(...times(n, () => [newText('a', bold), newLinebreak()]).flat()),
  'lines of a heading': (n) => newDocument([newHeading('h1', lines(n))]),
  'lines of a quote': (n) => newDocument([newQuote(lines(n))]),
  'paragraphs of a quote': (n) =>
    newDocument([newQuote(times(n, () => [newText('a'), newLinebreak(), newLinebreak()]).flat())]),
  'bold words': (n) => paragraph(...times(n, () => [newText('a', bold), newText(' b ')]).flat()),
  'formats within a word': (n) => paragraph(...times(n, (at) => newText('a', [bold, bold | italic, italic][at % 3]))),
  'words whose formats no signs express': (n) =>
    paragraph(
      ...times(n, (at) => [
        newText('x'),
        newText(at % 2 === 0 ? 'a' : 'a!', bold | strikethrough),
        newText('b', italic),
      ]).flat(),
    ),
  'struck and bold signs': (n) =>
    paragraph(...times(n, (at) => newText('!a!', [bold, strikethrough, bold | strikethrough, 0][at % 4]))),
  'bits of code': (n) => paragraph(...times(n, () => [newText('`', code), newText('a')]).flat()),
  'backticks of code': (n) => paragraph(newText(times(n, (at) => '`'.repeat((at % 40) + 1)).join(' '), code)),
  tabs: (n) => paragraph(...times(n, () => newTab()), newText('a')),
  links: (n) => paragraph(...times(n, () => newLink('https://a.example/_b_', [newText('a')]))),
  'words of a link': (n) =>
    paragraph(
      newLink(
        'https://a.example/',
        times(n, (at) => newText('[a]!', at % 2)),
      ),
    ),
  'length of an address': (n) =>
    paragraph(newLink(`https://a.example/${'(a'.repeat(n)}`, [newText('a')], ' "'.repeat(n))),
  'written addresses': (n) => paragraph(newText('https://a.example/_b_ '.repeat(n))),
  'length of a written address': (n) => paragraph(newText(`https://a.example/${'_b)'.repeat(n)}`)),
  'items of a list': (n) =>
    newDocument([
      newList(
        'bullet',
        times(n, (at) => newListItem([newText('a')], at, 0)),
      ),
    ]),
  'items of a numbered list': (n) =>
    newDocument([
      newList(
        'number',
        times(n, (at) => newListItem([newText('a')], at, 0)),
      ),
    ]),
  'tasks of a list': (n) =>
    newDocument([
      newList(
        'check',
        times(n, (at) => newListItem([], at, 0, true)),
      ),
    ]),
  'blocks in an item': (n) =>
    newDocument([
      newList('bullet', [
        newListItem(
          times(n, () => newParagraph([newText('a')])),
          1,
          0,
        ),
      ]),
    ]),
  'lines of a code block': (n) => newDocument([newCode(times(n, () => [newText('```'), newLinebreak()]).flat())]),
  'length of a code block’s language': (n) => newDocument([newCode([newText('a')], `a${' '.repeat(n)}\`~`)]),
  'paragraphs of a page': (n) => documentOfText('- a *b* `c` [d](e)\n'.repeat(n)),
  ...Object.fromEntries(
    [
      '*a',
      'a*b',
      '_',
      '~',
      '`',
      '``` ',
      '[',
      '[a](',
      ']',
      '![',
      '<a',
      '<a@',
      '&a',
      '&amp;',
      '\\',
      '\\*',
      '#',
      '# ',
      '> ',
      '- ',
    ]
      .concat(['1. ', '=', '|-', '"', '.', '(', '://'])
      .flatMap((sign) => [
        [`number of ${JSON.stringify(sign)}`, (n: number) => paragraph(newText(sign.repeat(n)))],
        [
          `lines of ${JSON.stringify(sign)}`,
          (n: number) => paragraph(...times(n, () => [newText(sign), newLinebreak()]).flat()),
        ],
      ]),
  ),
}

describe('Markdown', () => {
  for (const [dimension, make] of sampled(Object.entries(dimensions), 20))
    grows(dimension, make, (document, count) => count(blocksRun(() => toMarkdown(document))), 1024)
})

test('as many levels as a list can have cost no more than their lines', () => {
  const [ten, twenty] = [blocksRun(() => toMarkdown(nested(10))), blocksRun(() => toMarkdown(nested(20)))]
  // Each line is indented once for each level above it.
  expect(twenty / ten).toBeLessThan(4)
})
