import { expect, test } from 'vitest'
import { copiedText } from '#shared/document/copiedText'
import { type AnswerDocument, documentOfText } from '#shared/document/document'
import { fromMarkdown } from '#shared/document/fromMarkdown'
import { newList, newListItem, newText } from '#shared/document/newNodes'
import { plainText } from '#shared/document/plainText'
import { documentsByKind } from './arbitraries'
import { checkMany } from './checkMany'

const copied = (document: AnswerDocument) => copiedText(document.root.children)

test.each([
  ['words', 'a **b** [c](https://a.example)', 'a b c'],
  ['paragraphs and lines', 'a\\\nb\n\nc', 'a\nb\nc'],
  ['bullets', '- a\n- b', '- a\n- b'],
  ['numbers', '3. a\n4. b', '3. a\n4. b'],
  ['boxes', '- [ ] a\n- [x] b', '- [ ] a\n- [x] b'],
  ['levels', '- a\n  - b\n    1. c\n- d', '- a\n  - b\n    1. c\n- d'],
  ['levels below wide signs', '9. a\n10. b\n    - c', '9. a\n10. b\n    - c'],
  ['levels below boxes', '- [ ] a\n  - b', '- [ ] a\n      - b'],
  ['lines of an item', '- a\\\n  b\n- c', '- a\n  b\n- c'],
  ['an item without words', '- a\n-\n- b', '- a\n-\n- b'],
  ['headings, quotes and code', '# a\n\n> b\n\n```\nc\n  d\n```', 'a\nb\nc\n  d'],
])('%s', (_, markdown, text) => {
  expect(copied(fromMarkdown(markdown))).toBe(text)
})

test('a part of a numbered list keeps its numbers', () => {
  expect(copiedText([newList('number', [newListItem([newText('c')], 3, 0), newListItem([newText('d')], 4, 0)])])).toBe(
    '3. c\n4. d',
  )
})

test.each(Object.entries(documentsByKind))('%s: its words come back as plain text, line by line', (kind, documents) => {
  checkMany(kind, documents, (document) => {
    const back = plainText(documentOfText(copied(document))).split('\n')
    const lines = plainText(document).split(/\r\n|\r|\n/)
    expect(back).toHaveLength(lines.length)
    for (const [at, line] of lines.entries()) expect(back[at]?.trim().endsWith(line.trim())).toBe(true)
  })
})
