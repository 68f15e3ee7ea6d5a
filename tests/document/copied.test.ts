/** What other programs put on the clipboard, and what becomes of it: `fixtures/copied/x.html` reads as `x.md`, with every word. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDocument } from '#shared/document/document'
import { fromHtml } from '#shared/document/html/fromHtml'
import { htmlWords } from '#shared/document/html/htmlWords'
import { plainText } from '#shared/document/plainText'
import { toMarkdown } from '#shared/document/toMarkdown'
import { throughLexical } from './lexicalEditor'

const folder = join(import.meta.dirname, 'fixtures/copied')
const copied = (program: string) => readFileSync(join(folder, `${program}.html`), 'utf8')
const programs = readdirSync(folder).flatMap((name) => (name.endsWith('.html') ? [name.replace('.html', '')] : []))

/** The boxes of to-dos and the marks of Word's lists (`o`, `1.`, `a)`) are no words. */
const wordsOf = (text: string): readonly string[] => text.replace(/\[[ x]\]/g, ' ').match(/[\p{L}\p{N}:@]{2,}/gu) ?? []

test.each(programs)('%s', (program) => {
  const html = copied(program)
  const { document, wordsOnly } = fromHtml(html)
  expect(wordsOnly).toBe(false)
  expect(readDocument(document)).toEqual({ ok: true, document })
  expect(throughLexical(document)).toEqual(document)
  expect(toMarkdown(document)).toBe(readFileSync(join(folder, `${program}.md`), 'utf8'))
  const words = wordsOf(plainText(document))
  expect(wordsOf(htmlWords(html)).filter((word) => !words.includes(word))).toEqual([])
})

test('the empty lines of a letter stay', () => {
  expect(plainText(fromHtml(copied('gmail')).document)).toBe(`Dear Ana,

thank you for the plan.
It reads well.

Best,
Ben
On Mon, Ana wrote:
Here it is.

Ana`)
})

test.each([
  ['Apple Notes', 'appleNotes', 'Shopping\n\nBread\ndark\nMilk\n\nUntil Friday'],
  ['Teams', 'teams', 'Hi all 🙂,\n\nnext:\nthe plan\nits dates\nbudget\nOne line\nAnother line\nBen\u00a0knows.'],
])('so do those of %s', (_, program, words) => {
  expect(plainText(fromHtml(copied(program)).document)).toBe(words)
})
