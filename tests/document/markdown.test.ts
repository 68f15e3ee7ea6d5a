import { describe, expect, test } from 'vitest'
import { type AnswerDocument, emptyDocument, maxListDepth, readDocument } from '#shared/document/document'
import { fromMarkdown } from '#shared/document/fromMarkdown'
import { fromMdast } from '#shared/document/fromMdast'
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
import { plainText } from '#shared/document/plainText'
import { toMarkdown } from '#shared/document/toMarkdown'
import { toMdast } from '#shared/document/toMdast'
import { documentsByKind, hostileText } from './arbitraries'
import { checkMany } from './checkMany'
import { settledByLexical, throughLexical } from './lexicalEditor'

/** The document with what Markdown can't tell given up, before a character of Markdown is written. */
function form(document: AnswerDocument): AnswerDocument {
  return fromMdast(toMdast(document))
}

/**
 * Every character a person wrote, save spaces and tabs at a line's ends (which CommonMark drops at its beginning as at its end) and the mark that
 * begins a file; where lines end may change, and a heading has one line.
 */
function words(document: AnswerDocument): string {
  return plainText(document)
    .replace(/[\0\p{Cs}]/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t\n\ufeff]+/, '')
    .replace(/^[ \t]+|[ \t]+$/gm, '')
    .replaceAll('\n', '')
}

describe('Markdown out and in', () => {
  test.each(Object.entries(documentsByKind))('%s', (kind, documents) => {
    checkMany(kind, documents, (document) => {
      const told = form(document)
      const markdown = toMarkdown(document)
      expect(fromMarkdown(markdown), JSON.stringify(markdown)).toEqual(told)
      expect(form(told)).toEqual(told)
      expect(toMarkdown(told)).toBe(markdown)
      expect(readDocument(told)).toEqual({ ok: true, document: told })
    })
  })

  test.each([
    'paragraph text',
    'code block',
    'inline code',
    'bold, italic, strikethrough',
    'lists of all types',
    'rule',
  ])('%s: every character is kept', (kind) => {
    const documents = documentsByKind[kind]
    if (!documents) throw new Error(`no such kind: ${kind}`)
    checkMany(`${kind}, characters`, documents, (document) => {
      expect(words(fromMarkdown(toMarkdown(document)))).toBe(words(document))
    })
  })

  test.each(['table of code', 'table of plain words'])('%s: every sign is kept', (kind) => {
    const documents = documentsByKind[kind]
    if (!documents) throw new Error(`no such kind: ${kind}`)
    // A cell has ends as a line has, and they are parted by tabs.
    const signs = (document: AnswerDocument) => words(document).replace(/[ \t]/g, '')
    checkMany(`${kind}, signs`, documents, (document) => {
      expect(signs(fromMarkdown(toMarkdown(document)))).toBe(signs(document))
    })
  })

  test('what comes in is what Lexical itself would write', () => {
    checkMany('from any text', hostileText, (text) => {
      for (const document of [fromMarkdown(text), fromMarkdown(`- ${text}\n  - ${text}\n\n> ${text}\n> ${text}`)]) {
        expect(throughLexical(document)).toEqual(document)
      }
    })
  })
})

describe('what Markdown cannot tell', () => {
  const text = newText
  const br = newLinebreak
  const paragraph = (...children: Parameters<typeof newParagraph>[0]) => newDocument([newParagraph(children)])

  test('equal neighbours merge, unknown formats go', () => {
    expect(form(paragraph(text('a'), text('b', 8), text('c', 8 | 1)))).toEqual(paragraph(text('ab'), text('c', 1)))
  })

  test('white space at the edges of a format loses it', () => {
    expect(form(paragraph(text('a'), text(' b ', 1), text('\u00a0', 2), text('c', 4)))).toEqual(
      paragraph(text('a '), text('b', 1), text(' \u00a0'), text('c', 4)),
    )
    expect(toMarkdown(paragraph(text('Anna ', 1), text('said')))).toBe('**Anna** said\n')
    expect(form(paragraph(text(' code ', 16)))).toEqual(paragraph(text(' code ', 16)))
  })

  test('a format goes on over line breaks, tabs and links', () => {
    const link = newLink('https://a.example', [text('b', 3)])
    const document = paragraph(text('a', 1), br(), link, newTab(1), text('c', 1))
    expect(form(document)).toEqual(document)
    expect(toMarkdown(document)).toBe('**a\\\n*[b](https://a.example)*\tc**\n')
  })

  test('line breaks at the end of a block and empty paragraphs go', () => {
    const document = newDocument([
      newParagraph([br(), text('a'), br(), br()]),
      newParagraph([]),
      newParagraph([text('b')]),
    ])
    expect(form(document)).toEqual(newDocument([newParagraph([br(), text('a')]), newParagraph([text('b')])]))
  })

  test('a page of nothing is an empty page and no Markdown', () => {
    for (const empty of [emptyDocument(), paragraph(br()), newDocument([newList('bullet', [])])]) {
      expect(toMarkdown(empty)).toBe('')
      expect(form(empty)).toEqual(emptyDocument())
    }
    expect(fromMarkdown('')).toEqual(emptyDocument())
  })

  test('a line break in a heading becomes a space', () => {
    const heading = newDocument([
      newHeading('h3', [text('a'), br(), newLink('https://a.example', [text('b'), br(), text('c')])]),
    ])
    expect(toMarkdown(heading)).toBe('### a [b c](https://a.example)\n')
  })

  test('links that are not safe or hold links, and links without words', () => {
    const inner = newLink('https://b.example', [text('b')])
    expect(form(paragraph(newLink('javascript:x', [text('a'), inner])))).toEqual(paragraph(text('a'), inner))
    expect(form(paragraph(newLink('https://a.example', [text('a'), inner])))).toEqual(
      paragraph(newLink('https://a.example', [text('ab')])),
    )
    expect(form(paragraph(newLink('https://a.example', [])))).toEqual(
      paragraph(newLink('https://a.example', [text('https://a.example')])),
    )
    expect(fromMarkdown('[a](javascript:x) [b](data:x "t") [c][c]\n\n[c]: file:///x')).toEqual(paragraph(text('a b c')))
  })

  test('an empty line parts the paragraphs of a quote', () => {
    const quote = newDocument([newQuote([text('a'), br(), br(), text('b'), br(), text('c')])])
    expect(toMarkdown(quote)).toBe('> a\n>\n> b\\\n> c\n')
    expect(form(quote)).toEqual(quote)
  })

  test('blocks in a quote come to stand after it', () => {
    const mixed = newDocument([
      {
        ...newQuote([text('a')]),
        children: [text('a'), newList('bullet', [newListItem([text('b')], 1, 0)]), newParagraph([text('c')])],
      },
    ])
    expect(toMarkdown(mixed)).toBe('> a\n>\n> - b\n>\n> c\n')
    expect(form(mixed)).toEqual(
      newDocument([newQuote([text('a')]), newList('bullet', [newListItem([text('b')], 1, 0)]), newQuote([text('c')])]),
    )
  })

  test('a nested list with no item above it gets an empty one', () => {
    const nested = newListItem([newList('bullet', [newListItem([text('b')], 1, 1)])], 1, 0)
    const told = newList('number', [newListItem([], 1, 0), { ...nested, value: 2 }])
    expect(form(newDocument([newList('number', [nested])]))).toEqual(newDocument([told]))
    expect(settledByLexical(newDocument([told]))).toEqual(newDocument([told]))
  })

  test('blocks in an item become its lines', () => {
    expect(fromMarkdown('- a\n\n  b\n\n  > c\n\n  ```\n  d\n  e\n  ```\n  # f')).toEqual(
      newDocument([
        newList('bullet', [
          newListItem(
            [
              text('a'),
              br(),
              br(),
              text('b'),
              br(),
              br(),
              text('c'),
              br(),
              br(),
              text('d', 16),
              br(),
              text('e', 16),
            ].concat([br(), br(), text('f')]),
            1,
            0,
          ),
        ]),
      ]),
    )
  })

  test('coloured code, highlight by highlight, is one code block', () => {
    const code = newCode([
      { ...text('const'), type: 'code-highlight', highlightType: 'keyword' },
      newTab(),
      text('x'),
      br(),
      text('```'),
    ])
    expect(toMarkdown(newDocument([code]))).toBe('````\nconst\tx\n```\n````\n')
    expect(form(newDocument([code]))).toEqual(
      newDocument([newCode([text('const'), newTab(), text('x'), br(), text('```')])]),
    )
  })

  test('a numbered list starts where it starts, within what CommonMark can say', () => {
    const started = (start: number) => newDocument([newList('number', [newListItem([text('a')], start, 0)], start)])
    for (const start of [0, 1, 7, 99_999_999]) expect(form(started(start))).toEqual(started(start))
    for (const start of [-1, 1.5, 999_999_999, 1e21]) expect(form(started(start))).toEqual(started(1))
  })

  test('what our pages have no node for keeps its words', () => {
    expect(plainText(fromMarkdown('<b>x</b> ![a cat](https://a.example/cat.png) [^1]\n\n<div>\ny\n</div>'))).toBe(
      '<b>x</b> a cat [^1]\n<div>\ny\n</div>',
    )
  })
})

describe('Markdown from elsewhere', () => {
  test('lists deeper than the editor allows continue at its deepest level', () => {
    const markdown = Array.from({ length: 60 }, (_, level) => `${'  '.repeat(level)}- level ${level}`).join('\n')
    const document = fromMarkdown(markdown)
    expect(readDocument(document).ok).toBe(true)
    expect(plainText(document)).toBe(Array.from({ length: 60 }, (_, level) => `level ${level}`).join('\n'))
    expect(JSON.stringify(document)).toContain(`"indent":${maxListDepth - 1}`)
    expect(JSON.stringify(document)).not.toContain(`"indent":${maxListDepth}`)
    expect(throughLexical(document)).toEqual(document)
  })

  test.each([
    '>',
    '- ',
    '1. ',
    '> - ',
    '[',
    '![',
    '*',
    '**a ',
    '_a ',
    '~~a ',
    '`',
    '<',
    '(',
    '&',
    '\\',
    '# ',
    '[a](',
    '**',
    '- [ ] ',
  ])('%j ten thousand times is a page of text, soon', (piece) => {
    expect(readDocument(fromMarkdown(piece.repeat(10_000))).ok).toBe(true)
  })
})
