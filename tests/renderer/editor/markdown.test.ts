import { afterEach, beforeEach, expect, test } from 'vitest'
import { newDocument, newList, newListItem, newParagraph, newText } from '../../../src/shared/document/newNodes'
import { answers, editorOf, outline, type } from '../answers'

let page: ReturnType<typeof answers>
beforeEach(() => {
  page = answers()
})
afterEach(() => page.group.dispose())

const cases: readonly [typed: string, becomes: string][] = [
  ['# a', 'heading.h1("a")'],
  ['### a', 'heading.h3("a")'],
  ['> a', 'quote("a")'],
  ['- a', 'list.bullet(listitem("a"))'],
  ['1. a', 'list.number(listitem("a"))'],
  ['[ ] a', 'list.check(listitem.o("a"))'],
  ['[x] a', 'list.check(listitem.x("a"))'],
  ['- [ ] a', 'list.check(listitem.o("a"))'],
  ['- [x] a', 'list.check(listitem.x("a"))'],
  ['1. [ ] a', 'list.number(listitem("[ ] a"))'],
  ['--- a', 'horizontalrule paragraph("a")'],
  ['---\na', 'horizontalrule paragraph("a")'],
  ['``` a', 'code("a")'],
  ['**a** b', 'paragraph(bold:"a" " b")'],
  ['*a* b', 'paragraph(italic:"a" " b")'],
  ['~~a~~ b', 'paragraph(strikethrough:"a" " b")'],
  ['`a` b', 'paragraph(code:"a" " b")'],
  ['***a*** b', 'paragraph(bold:italic:"a" " b")'],
  ['[a](https://b.example/) c', 'paragraph(link.https://b.example/("a") " c")'],
  // Not ours.
  ['==a== b', 'paragraph("==a== b")'],
  ['| a | b |', 'paragraph("| a | b |")'],
  ['[a](javascript:b) c', 'paragraph("[a](javascript:b) c")'],
  ['[a](data:text/html,b) c', 'paragraph("[a](data:text/html,b) c")'],
  [
    '![a](https://b.example/c.png) d',
    'paragraph("![a](" link.https://b.example/c.png("https://b.example/c.png") ") d")',
  ],
  ['```\n# a', 'code("# a")'],
  // Signs within a word, a sum or an address.
  ['2*3*4', 'paragraph("2*3*4")'],
  ['2**3**4', 'paragraph("2**3**4")'],
  ['a*b*c', 'paragraph("a*b*c")'],
  ['10~~20~~30', 'paragraph("10~~20~~30")'],
  ['a_b_c d_e_f', 'paragraph("a_b_c d_e_f")'],
  ['a__b__c', 'paragraph("a__b__c")'],
  ['a***b***c', 'paragraph("a***b***c")'],
  ['don`t won`t', 'paragraph("don`t won`t")'],
  ['Lehrer*innen und Schüler*innen', 'paragraph("Lehrer*innen und Schüler*innen")'],
  ['https://docs.example/_id_/9', 'paragraph("https://docs.example/_id_/9")'],
  ['https://docs.example/*a*/~~b~~', 'paragraph("https://docs.example/*a*/~~b~~")'],
  ['www.x.example/_a_', 'paragraph("www.x.example/_a_")'],
  // Words that are no part of one.
  ['(*a*) b', 'paragraph("(" italic:"a" ") b")'],
  ['“*a*” b', 'paragraph("“" italic:"a" "” b")'],
  ['这是**重要**的', 'paragraph("这是" bold:"重要" "的")'],
  ['a *b* c', 'paragraph("a " italic:"b" " c")'],
  ['**a *b* c**', 'paragraph(bold:"a " bold:italic:"b" bold:" c")'],
]

test.each(cases)('typing %j', async (typed, becomes) => {
  const editor = editorOf(page.group, 0)
  await type(editor, typed)
  expect(outline(editor)).toBe(becomes)
})

test('what is loaded stays as it is', () => {
  const text = {
    detail: 0,
    format: 0,
    mode: 'normal',
    style: '',
    text: '# no heading',
    type: 'text',
    version: 1,
  } as const
  const loaded = answers([
    { root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1, children: [text] }] } },
  ])
  expect(outline(editorOf(loaded.group, 0))).toBe('paragraph("# no heading")')
  expect(loaded.changed).not.toHaveBeenCalled()
  loaded.group.dispose()
})

test('a list that is typed under a like one joins it, as it would when the file is read', async () => {
  const item = newListItem([newText('a')], 1, 0, false)
  const { group } = answers([newDocument([newList('check', [item]), newParagraph([])])])
  const editor = editorOf(group, 0)
  await type(editor, '- [ ] b')
  expect(outline(editor)).toBe('list.check(listitem.o("a") listitem.o("b"))')
  group.dispose()
})
