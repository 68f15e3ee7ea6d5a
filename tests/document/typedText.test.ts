/** What a person typed looks as typed in Markdown, and is the same words to any reader. */
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown as commonMark } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import { documentOfText, textFormat } from '#shared/document/document'
import { fromMarkdown } from '#shared/document/fromMarkdown'
import {
  newCode,
  newDocument,
  newHeading,
  newLinebreak,
  newLink,
  newList,
  newListItem,
  newParagraph,
  newText,
} from '#shared/document/newNodes'
import { plainText } from '#shared/document/plainText'
import { toMarkdown } from '#shared/document/toMarkdown'
import { tellableText } from './arbitraries'
import { checkMany } from './checkMany'

const markdownOf = (text: string) => toMarkdown(documentOfText(text)).replace(/\n$/, '')

describe('as it was typed, to the letter', () => {
  test.each([
    'R&D, AT&T; Q&A and &copy',
    '#retro',
    '#retro and @dana in the end',
    '[[Project North]] and ![[plan.png]]',
    '[1], [ ], [x] and a[0]',
    'https://x.example/?a=1&b=2_c',
    'www.x_y_.example and me_too@a.example',
    'snake_case, file_name_2 and x_1',
    '5 * 3 = 15',
    'a lone * or _ or ~ or `',
    '~5 minutes, ~/notes',
    'C:\\dir\\file and \\o/',
    'a < b > c, <3, ->, <-, =>',
    '1.5 kg, 10:30 – 11, +1 and -5',
    '+1',
    '-5 degrees',
    '1.',
    '1234567890. Too long for a number',
    '#1 priority',
    '===',
    'a | b',
    '50%, $5, x^2, {x}, "yes", \'no\', (so) – … !',
    'Look! [here]',
    'path\\',
    '重要。明天',
    '\u00a0 between \u2003\u00a0',
  ])('%j', (text) => {
    // `1.` alone begins an empty item.
    const expected = text === '1.' ? '1\\.' : text
    expect(markdownOf(text)).toBe(expected)
    expect(fromMarkdown(expected)).toEqual(documentOfText(text))
  })

  const parts =
    'The import ran R&D #retro @dana [[Project North]] snake_case 5 * 3 < > [1] (see) “so” – … C:\\dir 重要 明天 50% $5 1. 2) - + x^2 ~5 ! ? : ; ’ " https://a.example/b?c=1&d=2 www.a.example me@a.example'
  const everyday = fc
    .array(fc.constantFrom(...parts.split(' '), '\u00a0'), { minLength: 1, maxLength: 12 })
    .map((some) => ['Words', ...some].join(' '))
  test('texts of every day', () => {
    checkMany('everyday texts', everyday, (text) => {
      expect(markdownOf(text)).toBe(text)
      expect(fromMarkdown(text)).toEqual(documentOfText(text))
    })
  })
})

describe('with a backslash where a reader would take it for something else', () => {
  test.each([
    ['1. a', '1\\. a'],
    ['2) a', '2\\) a'],
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['* a', '\\* a'],
    ['-', '\\-'],
    ['# a', '\\# a'],
    ['#', '\\#'],
    ['> a', '\\> a'],
    ['---', '\\---'],
    ['* * *', '\\* * *'],
    ['```', '\\`\\`\\`'],
    ['~~~ a', '\\~\\~\\~ a'],
    ['<b>a</b>', '\\<b>a\\</b>'],
    ['<a@b.c>', '\\<a@b.c>'],
    ['&amp; and &#38;', '\\&amp; and \\&#38;'],
    ['\\*', '\\\\*'],
    ['2*3*4', '2\\*3\\*4'],
    ['*a* and _b_', '\\*a\\* and \\_b\\_'],
    ['~~a~~', '\\~\\~a\\~\\~'],
    ['`a`', '\\`a\\`'],
    ['[a](b)', '[a]\\(b)'],
    ['![a](b)', '![a]\\(b)'],
    ['[a]: b', '\\[a]: b'],
    ['[^1]: b', '\\[^1]: b'],
    ['__init__', '\\_\\_init\\_\\_'],
  ])('%j is %j', (text, expected) => {
    expect(markdownOf(text)).toBe(expected)
    expect(fromMarkdown(expected)).toEqual(documentOfText(text))
  })

  test.each([
    ['a', '===', 'a\\\n\\===\n'],
    ['a', '---', 'a\\\n\\---\n'],
    ['a', '- b', 'a\\\n\\- b\n'],
    ['a', '1. b', 'a\\\n1\\. b\n'],
    // Only 1 begins a list below words.
    ['a', '2. b', 'a\\\n2. b\n'],
    ['a', '+', 'a\\\n+\n'],
    ['a | b', '-|-', 'a | b\\\n\\-|-\n'],
    ['a', '> b', 'a\\\n\\> b\n'],
    // The fence's backslashes would end the code that the first one begins.
    // What is left of the rule's signs would end what the others begin.
    ['***#', '***', '\\*\\*\\*#\\\n\\*\\*\\*\n'],
    ['`#', '```#', '\\`#\\\n\\`\\`\\`#\n'],
    ['a', '#retro', 'a\\\n#retro\n'],
  ])('%j above %j', (above, below, expected) => {
    const document = newDocument([newParagraph([newText(above), newLinebreak(), newText(below)])])
    expect(toMarkdown(document)).toBe(expected)
    expect(fromMarkdown(expected)).toEqual(document)
  })

  test.each([
    ['a #', '## a \\#\n'],
    ['##', '## \\##\n'],
    ['C#', '## C#\n'],
    ['# 1. - a', '## # 1. - a\n'],
  ])('a heading of %j', (text, expected) => {
    const document = newDocument([newHeading('h2', [newText(text)])])
    expect(toMarkdown(document)).toBe(expected)
    expect(fromMarkdown(expected)).toEqual(document)
  })

  test('a box at an item’s start, where it is no check', () => {
    const item = (text: string, checked?: boolean) => newListItem([newText(text)], 1, 0, checked)
    const bullets = newDocument([newList('bullet', [item('[ ] a')])])
    const checks = newDocument([newList('check', [item('[ ] a', false)])])
    expect(toMarkdown(bullets)).toBe('- \\[ ] a\n')
    expect(toMarkdown(checks)).toBe('- [ ] [ ] a\n')
    for (const document of [bullets, checks]) expect(fromMarkdown(toMarkdown(document))).toEqual(document)
  })

  test('signs that would be a rule with the marker of their item', () => {
    const item = (text: string) => newListItem([newText(text)], 1, 0)
    const document = newDocument([newList('bullet', [item('--')]), newParagraph([]), newList('bullet', [item('**')])])
    expect(toMarkdown(document)).toBe('- \\--\n\n* \\**\n')
    expect(fromMarkdown(toMarkdown(document))).toEqual(document)
  })

  test('beside formats, code and links', () => {
    const link = newLink('https://a.example/Rust_(game)', [newText('a [b] c')])
    const document = newDocument([
      newParagraph([newText('2*3 '), newText('bold', 1), newText(' it`s '), newText('a`b', 16), newText('!'), link]),
    ])
    expect(toMarkdown(document)).toBe('2\\*3 **bold** it\\`s ``a`b``\\![a [b] c](https://a.example/Rust_(game))\n')
    expect(fromMarkdown(toMarkdown(document))).toEqual(document)
  })
})

describe('without a backslash', () => {
  test.each([
    ['https://x.example/?a=1&b=_c_', '<https://x.example/?a=1&b=_c_>'],
    ['(https://docs.example/_id_/9).', '(<https://docs.example/_id_/9>).'],
    ['https://en.example/Rust_(game)', '<https://en.example/Rust_(game)>'],
  ])('the address %j', (text, expected) => {
    expect(markdownOf(text)).toBe(expected)
    expect(plainText(fromMarkdown(expected))).toBe(text)
  })

  test('what a link leads to', () => {
    const to = (url: string, title?: string) =>
      toMarkdown(newDocument([newParagraph([newLink(url, [newText('a')], title)])]))
    expect(to('https://a.example/_b_*c*?d=1&e=2')).toBe('[a](https://a.example/_b_*c*?d=1&e=2)\n')
    expect(to('https://a.example/(b)')).toBe('[a](https://a.example/(b))\n')
    expect(to('https://a.example/(b')).toBe('[a](<https://a.example/(b>)\n')
    expect(to('https://a.example/', 'R&D *now* \\o/')).toBe('[a](https://a.example/ "R&D *now* \\o/")\n')
  })

  test.each([
    ['Hello world!', '[Hello world!]'],
    ['a [b] c', '[a [b] c]'],
    ['a [b](c)', '[a [b]\\(c)]'],
    ['a] [b', '[a\\] \\[b]'],
    ['a](b', '[a\\](b]'],
  ])('the words %j of a link', (words, label) => {
    const document = newDocument([newParagraph([newLink('https://a.example/', [newText(words)])])])
    expect(toMarkdown(document)).toBe(`${label}(https://a.example/)\n`)
    expect(fromMarkdown(toMarkdown(document))).toEqual(document)
  })

  test('a language with backticks', () => {
    const document = newDocument([newCode([newText('~~~ ```')], 'a`b c')])
    expect(toMarkdown(document)).toBe('~~~~a`b c\n~~~ ```\n~~~~\n')
    expect(fromMarkdown(toMarkdown(document))).toEqual(document)
  })
})

describe('the words win over their format', () => {
  const { bold, italic, strikethrough, code } = textFormat
  test.each([
    [[newText('重要。', bold), newText('明天')], '**重要**。明天'],
    [[newText('"no"', bold), newText('and')], '**"no**"and'],
    [[newText('and'), newText('"no"', bold)], 'and"**no"**'],
    [[newText('"no"', bold), newText(' and')], '**"no"** and'],
    [[newText('Anna ', bold), newText('said')], '**Anna** said'],
    [[newText('a'), newText('b', bold | strikethrough), newText('c')], 'a~~b~~c'],
    [[newText('a'), newText('b', bold | code), newText('c')], 'a`b`c'],
    [[newText('a', bold), newText('b', italic)], '**a***b*'],
    [[newText('a', bold), newText('b', bold | italic)], '**a*b***'],
    [[newText('a', bold), newText('b', bold | italic), newText('c', italic)], '**a**_**b**_*c*'],
    [[newText('a'), newText('b', bold), newText('c', bold | strikethrough), newText('d')], 'a**b**~~c~~d'],
    [[newText('重'), newText('要', bold | italic), newText('明')], '重***要***明'],
    [[newText('a👩‍👩‍👧', bold), newText('b')], '**a**👩‍👩‍👧b'],
    [[newText('a', bold), newText('b', italic | strikethrough)], '**a**_~~b~~_'],
    [[newText('x'), newText('a', bold), newText('b', bold | strikethrough), newText('y')], 'x**a**~~b~~y'],
    [[newText('https://a.example/'), newText('_b_', bold)], '[https://a.example/**\\_b\\_**](https://a.example/_b_)'],
    [[newText('Shipped it. ')], 'Shipped it.'],
    [[newText('\ta '), newLinebreak(), newText(' b')], 'a\\\nb'],
  ])('%# %j', (nodes, expected) => {
    const document = newDocument([newParagraph(nodes)])
    expect(toMarkdown(document)).toBe(`${expected}\n`)
    expect(toMarkdown(fromMarkdown(expected))).toBe(`${expected}\n`)
  })
})

test('any text is the same words to any reader, with nothing but backslashes and the brackets of addresses put in', () => {
  checkMany('any text', tellableText, (given) => {
    const text = given.replace(/^[ \t\ufeff]+|[ \t]+$/g, '')
    const markdown = markdownOf(given)
    expect(wordsOf(commonMark(markdown))).toBe(text)
    expect(plainText(fromMarkdown(markdown))).toBe(text)
    expect(withoutSigns(markdown, text)).toBe(text)
  })
})

function wordsOf(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsOf).join('')
  return 'value' in node ? node.value : ''
}

/** The text that is left when each sign of ours that `text` has not at its place is taken away. */
function withoutSigns(markdown: string, text: string): string {
  let found = ''
  for (const sign of markdown) if (sign === text.charAt(found.length) || !/[\\<>]/.test(sign)) found += sign
  return found
}
