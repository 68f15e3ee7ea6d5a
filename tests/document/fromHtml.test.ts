import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnswerDocument, documentOfText, readDocument } from '#shared/document/document'
import { fromHtml as readHtml } from '#shared/document/html/fromHtml'
import { plainText } from '#shared/document/plainText'
import { toMarkdown } from '#shared/document/toMarkdown'
import { sampled } from '../effort'
import { checkMany } from './checkMany'
import { throughLexical } from './lexicalEditor'

const fromHtml = (html: string) => readHtml(html).document

/** What a paste leaves, in the shortest form that shows its structure. */
function pasted(html: string): string {
  const document = fromHtml(html)
  expect(readDocument(document)).toEqual({ ok: true, document })
  expect(throughLexical(document)).toEqual(document)
  return toMarkdown(document)
}

const copied = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')

describe('copied from', () => {
  test('Word: headings, bold, lists by level, quotes, tables; no styles, no empty paragraphs', () => {
    expect(pasted(copied('word.html'))).toBe(`# Quarterly plan

## What matters

We ship the **import** first, *then* the ~~report~~. See [the plan](https://example.com/plan).

- First thing
  - Nested thing
  - Another nested thing
- Second thing

1. One
2. Two with **bold**

> Culture eats strategy.

| Owner | Due    |
| ----- | ------ |
| Ana   | Friday |

Last line.
`)
  })

  test('Word in the browser: one list from many', () => {
    expect(pasted(copied('wordOnline.html'))).toBe(`Agenda

- First
  - Inside
- Second

1. Step one
2. Step two
`)
  })

  test('Google Docs: weights as styles, nested lists beside their items, check lists by role', () => {
    expect(pasted(copied('googleDocs.html'))).toBe(`## Retro notes

We **decided** to *wait*. ~~Not now.~~ [Doc](https://docs.google.com/document/d/1)

- Keep
  - Pairing
- Drop

* [x] Call Ana
* [ ] Write it up
`)
  })

  test('GitHub: check lists, code with its language, quotes, links', () => {
    expect(pasted(copied('github.html'))).toBe(`### Tasks

- [x] ship **it**
- [ ] tell \`#team\`

\`\`\`ts
const a = 1
if (a < 2) {
\trun()
}
\`\`\`

> quoted
>
> twice

See issue [#12](https://github.com/a/b/issues/12)
`)
  })

  test('a web page: sections part lines, images speak, figures and menus stay words', () => {
    expect(pasted(copied('web.html'))).toBe(`# The article

By Someone

First paragraph with a [link](https://example.com/a?b=1&c=2) and \`code\`.

A cat on a wall

The cat, 2024

***

1. one
2. two\\
   \\
   inner

- Term\\
  \\
  Meaning

Footer words
`)
  })

  test('Visual Studio Code: code as it stands', () => {
    expect(
      pasted(
        `<meta charset='utf-8'><div style="color: #ccc;font-family: Menlo, Monaco, 'Courier New', monospace;font-size: 12px;white-space: pre;"><div><span style="color: #c586c0;">if</span> (a) {</div><div>    <span>b</span>()</div><br><div>}</div></div>`,
      ),
    ).toBe('```\nif (a) {\n    b()\n\n}\n```\n')
  })
})

describe('pieces', () => {
  const cases: [string, string, string][] = [
    ['a lone phrase', 'just <b>words</b>', 'just **words**\n'],
    ['nothing', '', ''],
    ['only comments', '<!-- x --><!--[if mso]><p>y</p><![endif]-->', ''],
    ['entities', '<p>&lt;b&gt; &amp;amp; &nbsp;&#128512;</p>', '\\<b> \\&amp; \u00a0😀\n'],
    ['line breaks', '<p>a<br>b<br><br></p><p>c</p>', 'a\\\nb\n\nc\n'],
    ['white space', '<p>\n  a\n  b\t c  </p>', 'a b c\n'],
    ['preformatted', '<pre>  a\n\tb\n</pre>', '```\n  a\n\tb\n```\n'],
    ['Safari’s spaces', 'a<span class="Apple-converted-space">&nbsp;</span>b', 'a b\n'],
    ['bold that is not', '<b style="font-weight:normal">a <strong style="font-weight: 400">b</strong></b>', 'a b\n'],
    [
      'bold by style',
      '<p style="font-weight:bold">a</p><span style="FONT-WEIGHT: 700;font-style:italic">b</span>',
      '**a**\n\n***b***\n',
    ],
    ['underline and mark are no italics', '<u>a</u> <mark>b</mark> <ins>c</ins>', 'a b c\n'],
    [
      'struck',
      '<s>a</s> <strike>b</strike> <del>c</del> <span style="text-decoration-line:line-through">d</span>',
      '~~a~~ ~~b~~ ~~c~~ ~~d~~\n',
    ],
    ['keys', '<kbd>Ctrl</kbd>+<samp>x</samp>', '`Ctrl`+`x`\n'],
    ['hidden words', 'a<span style="display:none">b</span><p hidden>c</p><span style="mso-hide:all">d</span>', 'a\n'],
    ['a link without words', '<a href="https://a.example"><img src="x" alt=""></a>b', '<https://a.example>b\n'],
    ['a relative link', '<a href="/x">a</a> <a href="#top">b</a> <a href="x.html">c</a>', 'a b c\n'],
    ['a picture', '<p>a <img src="data:image/png;base64,AA" alt="chart" onerror="x()"> b</p>', 'a chart b\n'],
    ['a list in a list’s place', '<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b\n'],
    ['an item with paragraphs', '<ul><li><p>a</p><p>b</p></li></ul>', '- a\\\n  \\\n  b\n'],
    ['a numbered list from 3', '<ol start="3"><li>a</li><li>b</li></ol>', '3. a\n4. b\n'],
    ['two lists', '<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b\n'],
    ['a quote with a list', '<blockquote>a<ul><li>b</li></ul></blockquote>', '> a\n\n- b\n'],
    [
      'a table',
      '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td></td></tr></table>',
      '| a   | b   |\n| --- | --- |\n| c   |     |\n',
    ],
    [
      'forms',
      '<form>a <input value="x"><select><option>b</option></select><button>c</button><textarea>d</textarea></form>',
      'a\n',
    ],
    ['unclosed tags', '<p>a<b>b<p>c', 'a**b**\n\n**c**\n'],
    ['cut off in a tag', '<p>a</p><a href="https://a.exa', 'a\n'],
  ]
  test.each(cases)('%s', (_, html, markdown) => {
    expect(pasted(html)).toBe(markdown)
  })
})

describe('hostile', () => {
  const script = 'alert(1)'
  const links = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java&#10;script:alert(1)',
    'java&Tab;script:alert(1)',
    '&#106;&#97;vascript:alert(1)',
    'javascript&colon;alert(1)',
    '&#x6A&#x61vascript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript\u00a0:alert(1)',
    'vbscript:alert(1)',
    'data:text/html,alert(1)',
    'file:///etc/alert(1)',
    'data:text/html;base64,YWxlcnQoMSk=',
    'feed:javascript:alert(1)',
    'blob:https://a.example/alert(1)',
    '//a.example/alert(1)',
    'https:javascript:alert(1)',
    'https://a.example@evil.example/alert(1)',
    '\\\\server\\alert(1)',
    'ms-msdt:/alert(1)',
    'app://x/alert(1)',
    'https://exa\u202emple.com/alert(1)',
    'https://a.example\\@evil.example/alert(1)',
    'mailto:a@b.c?attach=alert(1)',
    'jar:https://a!/alert(1)',
    'view-source:javascript:alert(1)',
    'filesystem:https://a/alert(1)',
    'tel:alert(1)',
    'x-javascript:alert(1)',
    'https://[/alert(1)',
  ]
  const wrapped = [
    (url: string) => `<a href="${url}">words</a>`,
    (url: string) => `<svg><a xlink:href="${url}"><text>gone</text></a></svg>words`,
    (url: string) => `<a href='${url}' onclick='${script}' style='background:url(${url})'><b>words</b></a>`,
  ]
  const frames = [
    `<script>${script}</script>words`,
    `<SCRIPT SRC=//a.example/x.js></SCRIPT>words`,
    `<style>@import url(//a.example);*{x:${script}}</style>words`,
    `<iframe srcdoc="<script>${script}</script>"><p>gone</p></iframe>words`,
    `<object data="javascript:${script}">gone</object>words`,
    `<embed src="javascript:${script}">words`,
    `<link rel=stylesheet href=//a.example>words`,
    `<meta http-equiv=refresh content="0;url=javascript:${script}">words`,
    `<base href="javascript:${script}//">words`,
    `<svg onload=${script}><script>${script}</script><foreignObject><p>gone</p></foreignObject></svg>words`,
    `<svg><style><img src=x onerror=${script}></style></svg>words`,
    `<svg><animate xlink:href=#x attributeName=href values=javascript:${script} /></svg>words`,
    `<math><mtext><table><mglyph><style><img src=x onerror=${script}></style></mglyph></table></mtext></math>words`,
    `<math href="javascript:${script}">gone</math>words`,
    `<noscript><p title="</noscript><img src=x onerror=${script}>"></noscript>words`,
    `<template><script>${script}</script>gone</template>words`,
    `<textarea><script>${script}</script></textarea>words`,
    `<title>gone</title>words`,
    `<img src=x onerror=${script}>words`,
    `<img srcset="javascript:${script}">words`,
    `<video onerror=${script}><source src=x>gone</video>words`,
    `<body onload=${script}>words</body>`,
    `<input autofocus onfocus=${script}>words`,
    `<details open ontoggle=${script}>words</details>`,
    `<div style="width:expression(${script})">words</div>`,
    `<div style="background:url('javascript:${script}')">words</div>`,
    `<b onmouseover=${script}>words</b>`,
    `<p/onclick=${script}>words</p>`,
    `<form action="javascript:${script}">words</form>`,
    `<button formaction="javascript:${script}">gone</button>words`,
    `<isindex action="javascript:${script}">words`,
    `<!--[if gte IE 4]><script>${script}</script><![endif]-->words`,
    `<!--><img src=x onerror=${script}>-->words`,
    `<!--[if mso]><xml><w:x>gone</w:x></xml><![endif]-->words`,
    `<xml><o:x>gone</o:x></xml>words`,
    `<?xml-stylesheet href="javascript:${script}"?>words`,
    `<noembed><script>${script}</script></noembed>words`,
    `<x:script>words</x:script>`,
    `<a href="https://a.example" target=_blank ping=//b.example onclick=${script}>words</a>`,
    `<p>wo<script>${script}</script>rds</p>`,
    `<link href="javascript:${script}">words`,
    `<table background="javascript:${script}"><tr><td>words</td></tr></table>`,
    `<p id="__proto__" class="constructor" name="toString">words</p>`,
    `<marquee onstart=${script}>words</marquee>`,
    `<portal src=//a>words</portal>`,
    `<dialog open>words</dialog>`,
    `<object><param name=x value="javascript:${script}"></object>words`,
    `<frameset onload=${script}></frameset>words`,
  ]
  const all = [...links.flatMap((url) => wrapped.map((wrap) => wrap(url))), ...frames]

  test('there are more than a hundred of them', () => {
    expect(all.length).toBeGreaterThan(100)
  })

  test.each(all)('%j leaves its words', (html) => {
    const document = fromHtml(html)
    expect(plainText(document).replace(/--?>/g, '').trim()).toBe('words')
    expect(urlsOf(document).filter((url) => url !== 'https://a.example')).toEqual([])
    expect(JSON.stringify(document)).not.toMatch(/alert|javascript|onerror|<script/i)
    expect(throughLexical(document)).toEqual(document)
  })

  const deep: [string, string][] = [
    '<div>',
    '<b>',
    '<a href=x>',
    '<font>',
    '<table>',
    '<table><tr><td>',
    '<ul><li>',
    '<blockquote>',
    '<span style="font-weight:bold">',
    '<svg>',
    '<math><mi>',
    '<p><b>',
    '<i><p>',
    '<select>',
    '<form>',
    '<nobr>',
    '<button>',
    '<em><a><code>',
    '<h1>',
    '<ruby><rt>',
    '<template>',
    '<dl><dd>',
  ].map((tag) => [tag, `<p>before</p>${tag.repeat(100_000)}words`])
  // Work that grew with the square of the length would outlast the test's time by far.
  test.each(deep)('%j, a hundred thousand deep, is read', (_, html) => {
    expect(plainText(fromHtml(html))).toContain('before')
  })

  const long: [string, string][] = [
    '<',
    '<script>',
    '<!--',
    '<a ',
    '&',
    '&#',
    '</',
    '<p>a',
    '<li>a',
    '<br>',
    'word ',
    '<![if',
    '<b>a</b>',
  ].map((piece) => [piece, piece.repeat(Math.floor(2_100_000 / piece.length))])
  test.each(sampled(long, 3))('%j for more than two megabytes is read as words', (_, html) => {
    expect(readDocument(fromHtml(html)).ok).toBe(true)
  })

  test('what is too deep keeps its words, line by line', () => {
    const html = `<style>x</style><h1>Title &amp; more</h1><p>one<br>two</p>${'<div>'.repeat(300)}<script>${script}</script>three < four &#128512;`
    expect(fromHtml(html)).toEqual(documentOfText('Title & more\none\ntwo\nthree < four 😀'))
  })

  test('any HTML at all is a document Lexical takes', () => {
    const tags =
      'p b i s a ul ol li table tr td pre code blockquote h1 h7 br hr img svg math script style div span input o:p'.split(
        ' ',
      )
    const attributes = [
      '',
      ' href=https://a.example',
      ' href=javascript:x',
      ' style="mso-list:l0 level2 lfo1"',
      ' style="font-weight:700"',
      ' role=checkbox aria-checked=true',
      ' type=checkbox checked',
      ' hidden',
      ' data-aria-level=3',
      ' start=9',
      ' start=-1',
      ' class=MsoQuote',
      ' colspan=3',
    ]
    const piece = fc.oneof(
      fc
        .tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes))
        .map(([tag, attribute]) => `<${tag}${attribute}>`),
      fc.constantFrom(...tags).map((tag) => `</${tag}>`),
      fc.constantFrom(
        'words',
        ' ',
        '\n',
        '&nbsp;',
        '&lt;',
        '<!--',
        '-->',
        '<![if x]>',
        '<',
        '>',
        '\u0000',
        '\ud800',
        '😀',
        '\t',
      ),
    )
    checkMany(
      'any HTML',
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      (html) => {
        const document = fromHtml(html)
        expect(readDocument(document)).toEqual({ ok: true, document })
        expect(throughLexical(document)).toEqual(document)
        for (const url of urlsOf(document)) expect(url).toMatch(/^https:\/\/a\.example$/)
      },
    )
  })

  test('any HTML at all keeps every word, whatever is open, closed or crossed', () => {
    const names =
      'p b i s a ul ol li table tr td th tbody pre code blockquote h1 h7 br hr div span font o:p dl dt dd center label section'
    const attributes = [
      '',
      ' href=https://a.example',
      ' style="mso-list:l0 level2 lfo1"',
      ' style="font-weight:700;display:block"',
      ' style="white-space:pre"',
      ' role=checkbox aria-checked=true',
      ' role=heading aria-level=2',
      ' data-task-state=DONE',
      ' data-node-type=actionList',
      ' data-indent=2',
      ' class=MsoQuote',
      ' class=ql-indent-1',
      ' colspan=2',
      ' rowspan=3',
      '/',
    ]
    const tag = fc
      .tuple(fc.constantFrom(...names.split(' ')), fc.constantFrom(...attributes))
      .map(([name, attribute]) => `<${name}${attribute}>`)
    const closing = fc.constantFrom(...names.split(' ')).map((name) => `</${name}>`)
    const piece = fc.oneof(tag, closing, fc.constantFrom(' ', '\n', '&nbsp;', '<!-- -->', 'WORD', 'WORD', 'WORD'))
    checkMany('words', fc.array(piece, { maxLength: 40 }), (pieces) => {
      let words = 0
      const html = pieces.map((one) => (one === 'WORD' ? `w${words++}x` : one)).join('')
      const document = fromHtml(html)
      expect(readDocument(document).ok).toBe(true)
      const kept = plainText(document).match(/w\d+x/g) ?? []
      expect(kept.toSorted()).toEqual(Array.from({ length: words }, (_, word) => `w${word}x`).toSorted())
    })
  })

  test('a page too long for a tree keeps its last word', () => {
    const html = `<ul>${'<li>A line of <b>many</b></li>'.repeat(80_000)}<li>the last</li></ul>`
    const words = plainText(fromHtml(html)).split('\n')
    expect(words).toHaveLength(80_001)
    expect(words.at(-1)).toBe('the last')
  })
})

function urlsOf(document: AnswerDocument): string[] {
  return [...JSON.stringify(document).matchAll(/"url":"([^"]*)"/g)].map((match) => match[1] ?? '')
}
