/** Tables as a file has them, as Markdown and HTML tell them, and what becomes of what is no table or too much of one. */
import { describe, expect, test } from 'vitest'
import { type InlineNode, readDocument } from '#shared/document/document'
import { isEditable } from '#shared/document/editable'
import { fromMarkdown } from '#shared/document/fromMarkdown'
import { fromHtml } from '#shared/document/html/fromHtml'
import { joinDocuments } from '#shared/document/joinDocuments'
import { newDocument, newLinebreak, newLink, newParagraph, newTab, newTable, newText } from '#shared/document/newNodes'
import { fileForm, pageForm } from '#shared/document/pageForm'
import { plainText } from '#shared/document/plainText'
import { maxTableCells } from '#shared/document/tables'
import { tablesInText } from '#shared/document/textTables'
import { toMarkdown } from '#shared/document/toMarkdown'
import { blocksRun } from '../growth/blocksRun'
import { grows } from '../growth/grows'
import { settledByLexical, throughLexical } from './lexicalEditor'

const words = (text: string): InlineNode[] => (text === '' ? [] : [newText(text)])
const rows = (...all: string[][]) => newTable(all.map((row) => row.map(words)))
const markdownOf = (html: string) => toMarkdown(fromHtml(html).document)
const types = (html: string) => fromHtml(html).document.root.children.map(({ type }) => type)

describe('in a file', () => {
  const table = newTable([[words('a')], [words('b')]], ['right'])

  test('a table is what Lexical itself would write', () => {
    const document = newDocument([table, newParagraph([])])
    expect(throughLexical(document)).toEqual(document)
    expect(settledByLexical(document)).toEqual(document)
    expect(readDocument(document)).toEqual({ ok: true, document })
  })

  test('fields of a later version go along unseen', () => {
    const later = { colWidths: [90], later: true }
    const [row] = table.children
    const cell = { ...row?.children[0], headerState: 3, width: 5, backgroundColor: 'red', format: 'justify' }
    const document = newDocument([
      { ...table, ...later, children: [{ ...row, height: 40, children: [cell] }] } as never,
    ])
    const page = pageForm(document)
    expect(JSON.stringify(page, (key, value) => (key === '$' ? undefined : value))).not.toMatch(
      /90|later|red|40|justify/,
    )
    expect(fileForm(throughLexical(page) as typeof document)).toMatchObject(JSON.parse(JSON.stringify(document)))
  })

  test.each([
    ['a cell that spans others', { colSpan: 2 }],
    ['a cell with a list', { children: [{ type: 'list', listType: 'bullet', children: [] }] }],
    ['a cell with words alone', { children: [newText('a')] }],
  ])('%s is of another version', (_, change) => {
    const document = newDocument([
      { ...table, children: table.children.map((row) => ({ ...row, children: [{ ...row.children[0], ...change }] })) },
    ] as never)
    expect(readDocument(document).ok).toBe(false)
  })

  test('it stands on the page alone', () => {
    const inQuote = newDocument([{ type: 'quote', children: [table] } as never])
    expect(readDocument(inQuote).ok).toBe(false)
  })

  test('rows of several lengths are not for the editor as they are', () => {
    const ragged = { ...table, children: [...table.children, ...rows(['a', 'b']).children] }
    expect([newDocument([table]), newDocument([ragged])].map(isEditable)).toEqual([true, false])
    expect(toMarkdown(newDocument([ragged]))).toBe('| a   |     |\n| --: | --- |\n| b   |     |\n| a   | b   |\n')
  })

  test('its words are a line for each row, a tab between the cells', () => {
    const cells = [
      [[newText('a'), newLinebreak(), newText('b'), newTab()], words('c')],
      [[], words('d')],
    ]
    expect(plainText(newDocument([newTable(cells), newParagraph(words('e'))]))).toBe('a b \tc\n\td\ne')
  })

  test('it stays whole where documents are joined', () => {
    const joined = joinDocuments(newDocument([table]), newDocument([newParagraph([]), table]))
    expect(joined.root.children).toEqual([table, table])
  })
})

describe('Markdown', () => {
  test('what a cell can’t hold in Markdown', () => {
    const cell = [newText('a'), newLinebreak(), newText('b|c', 1), newText('d|', 16)]
    const link = newLink('https://a.example/?x|y', [newText('l|')])
    const document = newDocument([newTable([[cell], [[link]], [[newText('\\|', 16)]]], ['center'])])
    const markdown = toMarkdown(document)
    expect(markdown).toBe(
      [
        '| a<br>**b\\|c**`d\\|`             |',
        '| :----------------------------: |',
        '| [l\\|](https://a.example/?x%7Cy) |',
        '| \\\\\\|                           |',
        '',
      ].join('\n'),
    )
    expect(plainText(fromMarkdown(markdown))).toBe('a b|cd|\nl|\n\\|')
  })

  test('`<br>` that was typed stays what it is, and outside of tables too', () => {
    const document = newDocument([rows(['a<br>b']), newParagraph(words('a<br>b'))])
    expect(fromMarkdown(toMarkdown(document))).toEqual(document)
    expect(plainText(fromMarkdown('a<br>b'))).toBe('a<br>b')
    expect(plainText(fromMarkdown('| a<BR />b |\n|-|'))).toBe('a b')
  })

  test('rows that are too short or too long', () => {
    expect(plainText(fromMarkdown('|a|b|\n|-|-|\n|c|\n|d|e|f|'))).toBe('a\tb\t\nc\t\t\nd\te\tf')
  })

  test('in a list its rows are lines, in a quote it comes to stand behind', () => {
    expect(toMarkdown(fromMarkdown('- x\n\n  | a | b |\n  |-|-|\n  | c | d |'))).toBe(
      '- x\\\n  \\\n  a | b\\\n  \\\n  c | d\n',
    )
    expect(fromMarkdown('> x\n>\n> | a |\n> |-|\n').root.children.map(({ type }) => type)).toEqual(['quote', 'table'])
  })

  test('what is beyond a table’s size comes as lines', () => {
    const many = `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(maxTableCells / 2)}|last|row|`
    const { root } = fromMarkdown(many)
    const [table, ...lines] = root.children
    expect(table?.type === 'table' && table.children.length).toBe(maxTableCells / 2)
    expect(plainText(newDocument(lines.slice(-1)))).toBe('last | row')
    expect(plainText({ root }).match(/c/g)).toHaveLength(maxTableCells / 2)
    const wide = fromMarkdown(`|${'a|'.repeat(100)}\n|${'-|'.repeat(100)}`)
    expect(plainText(wide).match(/a/g)).toHaveLength(100)
    expect(wide.root.children.every(({ type }) => type === 'paragraph')).toBe(true)
  })

  test('rows of one sign do not become a page of millions', () => {
    const one = `|${'a|'.repeat(60)}\n|${'-|'.repeat(60)}\n${'|b\n'.repeat(30)}\n`
    const document = fromMarkdown(one.repeat(10))
    expect(JSON.stringify(document).length / (one.length * 10)).toBeLessThan(400)
    expect(plainText(document).match(/b/g)).toHaveLength(30 * 10)
  })
})

describe('HTML', () => {
  const cases: [string, string, string][] = [
    ['spans', '<tr><th colspan=2>a<th>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g', 'a\t\tb\nc\td\te\n\tf\tg'],
    ['spans beyond the table', '<tr><td rowspan=99 colspan=999999>a<td>b<tr><td>c<td>d', 'a | b\nc | d'],
    ['head by scope, foot and groups', '<thead><tr><th>a<tbody><tr><td>b<tfoot><tr><td>c', 'a\nb\nc'],
    ['a caption', '<caption>about</caption><tr><th>a<tr><td>b', 'about\na\nb'],
    ['hidden rows', '<tr><th>a<tr style="display:none"><td>x<tr><td>b', 'a\nb'],
    [
      'empty rows and columns at the ends',
      '<tr><td><td><td><tr><td>a<td>b<td><tr><td>c<td>d<td><tr><td><td>',
      'a\tb\nc\td',
    ],
    ['lines', '<tr><th>a<th>b<tr><td><p>c</p><p>d</p><td><ul><li>e<li>f</ul><pre>g\nh</pre>', 'a\tb\nc d\te f g h'],
  ]
  test.each(cases)('%s', (_, inside, text) => {
    const { document } = fromHtml(`<table>${inside}</table>`)
    expect(plainText(document)).toBe(text)
    expect(throughLexical(document)).toEqual(document)
  })

  test('alignment and formats of cells', () => {
    const html =
      '<table><tr><th align=right>a<th style="text-align:center">b<th>c<tr><td>d<td><b>e</b><br>f<td><a href="https://a.example">g</a></table>'
    expect(markdownOf(html)).toBe(
      '| a   | b          | c                      |\n| --: | :--------: | ---------------------- |\n| d   | **e**<br>f | [g](https://a.example) |\n',
    )
  })

  test('lines of code in a cell are code', () => {
    expect(markdownOf('<table><tr><th>a<tr><td><pre>g\n\nh | i</pre></table>')).toContain('| `g`<br>`h \\| i` |')
  })

  const layouts: [string, string][] = [
    ['one row', '<tr><td>a<td>b'],
    ['one cell a row', '<tr><td>a<tr><td>b'],
    ['a column and an empty one', '<tr><td>a<td><tr><td>b<td>'],
    ['headings', '<tr><td><h2>a</h2><td>b<tr><td>c<td>d'],
    ['a rule', '<tr><td>a<hr><td>b<tr><td>c<td>d'],
  ]
  test.each(layouts)('a table that lays out a page is none: %s', (_, inside) => {
    expect(types(`<table>${inside}</table>`)).not.toContain('table')
  })

  test('nor is one that says so; in one that holds tables these are', () => {
    expect(types('<table role=presentation><tr><th>a<th>b<tr><td>c<td>d</table>')).not.toContain('table')
    const inner = '<table><tr><th>c<th>d<tr><td>e<td>f</table>'
    const { document } = fromHtml(`<table><tr><td>a<td>${inner}<tr><td>b<td>g</table>`)
    expect(document.root.children.filter(({ type }) => type === 'table')).toEqual([rows(['c', 'd'], ['e', 'f'])])
    expect(plainText(document).match(/[a-g]/g)?.toSorted().join('')).toBe('abcdefg')
  })

  test('tables in tables, two hundred deep, are read once', () => {
    const html = `${'<table><tr><th>a<td>'.repeat(60)}word${'</table>'.repeat(60)}`
    expect(plainText(fromHtml(html).document).match(/a/g)).toHaveLength(60)
  })

  test('cells that span much do not become a page of millions', () => {
    const html = '<table><tr><th colspan=59>a<th>b</table>'.repeat(100)
    expect(JSON.stringify(fromHtml(html).document).length / html.length).toBeLessThan(100)
  })
})

describe('a pasted text', () => {
  test('has a table where two lines make one', () => {
    expect(tablesInText('a | b\n- | -\nc | d\nend')).toEqual([
      { text: 'a | b\n- | -\nc | d', isTable: true },
      { text: 'end', isTable: false },
    ])
  })

  test.each(['a | b\n---', 'a\n|-|', '|a|\n\n|-|', 'a | b\n- | - | -', 'x | y\n|=|=|', '|a\n-', '\\|a\n|-|-|'])(
    '%j has none',
    (text) => {
      expect(tablesInText(text)).toEqual([{ text, isTable: false }])
    },
  )
})

describe('the work', () => {
  const tableOf = (height: number) =>
    newDocument([newTable(Array.from({ length: height }, () => [words('a|'), words('b')]))])
  grows('rows of a table', tableOf, (document, count) => count(blocksRun(() => toMarkdown(document))), 256)
  grows(
    'words of a cell',
    (n) => newDocument([rows(['a|`b` '.repeat(n), 'x'], ['y', 'z'])]),
    (document, count) => count(blocksRun(() => toMarkdown(document))),
    256,
  )
  grows(
    'lines of a pasted text',
    (n) => '| a | b\n|-|-|\n c\n'.repeat(n),
    (text, count) => count(blocksRun(() => tablesInText(text))),
    256,
  )
})
