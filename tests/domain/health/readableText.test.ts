import { expect, test } from 'vitest'
import { readableText } from '#shared/domain/health/readableText'

const page = JSON.stringify({
  title: 'The “quoted” title',
  sections: [
    {
      question: 'What went well?',
      answer: {
        root: {
          children: [
            { type: 'text', text: 'Asked two ' },
            { type: 'text', text: 'customers' },
          ],
        },
      },
      text: 'Asked two customers\nand wrote it down.',
    },
    { question: 'What else?', answer: { root: { children: [] } }, text: '' },
  ],
})
const all = 'The “quoted” title\n\nWhat went well?\n\nAsked two customers\nand wrote it down.\n\nWhat else?'

test('of a whole page its words, each once and in order', () => {
  expect(readableText(page)).toBe(all)
})

test('of a page that breaks off what is left of it', () => {
  expect(readableText(page.slice(0, page.indexOf(' down')))).toBe(all.slice(0, all.indexOf(' down')))
  expect(readableText('{"title": "It ends here\\')).toBe('It ends here')
  expect(readableText('{"title": "It ends here\\u00')).toBe('It ends here')
  expect(readableText('{"title": "a \\"b\\" c\\nd\\')).toBe('a "b" c\nd')
})

test('zeros within do not hide what is before and after them', () => {
  const at = page.indexOf('customers"')
  const spoilt = `${page.slice(0, at)}${'\0'.repeat(30)}${page.slice(at + 30)}`
  expect(readableText(spoilt)).toContain('What went well?')
  expect(readableText(spoilt)).toContain('What else?')
})

test('what was no page is shown as far as it can be', () => {
  expect(readableText('Notes by hand\nsecond line')).toBe('Notes by hand\nsecond line')
  expect(readableText('\0\u0001\u0002\ufffd\ufffd')).toBe('')
  expect(readableText('')).toBe('')
})

test('a great many parts take no time', () => {
  const many = Array.from({ length: 50_000 }, (_, at) => `{"text":"part ${at}"}`).join(',')
  expect(readableText(many).split('\n\n')).toHaveLength(50_000)
})

test('nor does a long text, or many that are not short', () => {
  const long = 'Some words. '.repeat(800_000)
  expect(readableText(`{"text": "${long}`)).toBe(long.trim())
  const many = Array.from({ length: 2000 }, (_, at) => `{"text": "${`${at} `.repeat(1000)}"}`).join(',')
  expect(readableText(many).split('\n\n')).toHaveLength(2000)
})
