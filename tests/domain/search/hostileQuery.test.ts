/** Whatever is typed, or stands in a journal, a search is read, answered and said back without failing. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from '#shared/domain/search/query/parseQuery'
import { queryTerms, termsOfQuery } from '#shared/domain/search/query/queryTerms'
import { findRecords, hitOf, prepareForSearch } from '#shared/domain/search/search'
import { describedEntry } from '#shared/facts/describedEntry'
import { messages } from '#shared/messages/messages'
import { entry, section } from '../entries'

const context = { today: '2026-03-11', weekStart: 7 }
const records = ['a b', 'plan '.repeat(50), '', '#a @b https://x', '\u0000\u001f"“', '\ud800'].map((text, day) =>
  prepareForSearch(
    describedEntry(entry({ day: `2026-03-0${day + 1}`, title: text, sections: [section({ text, question: 'a?' })] })),
  ),
)

function searched(text: string): void {
  const query = parseQuery(text, context)
  const terms = queryTerms(query)
  for (const record of findRecords({ records, query })) hitOf(record, terms)
  expect(termsOfQuery(text)).toEqual(terms)
  expect(structuredClone(query)).toEqual(query)
  expect(messages.searching.query(query, 'en')).toMatch(/^(Entries .|All entries$)/s)
  let at = 0
  for (const mistake of query.mistakes) {
    expect(mistake.start).toBeGreaterThanOrEqual(at)
    expect(mistake.end).toBeGreaterThan(mistake.start)
    expect(mistake.end).toBeLessThanOrEqual(text.length)
    expect(messages.searching.mistake(mistake)).toMatch(/\.$/)
    at = mistake.start
  }
  for (const { anyOf } of query.clauses) expect(anyOf.length).toBeGreaterThan(0)
}

test('any text', () => {
  // Code units, so that lone halves of characters are among them.
  const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0x20, max: 0x7e }))
  const text = fc.array(unit, { maxLength: 500 }).map((units) => String.fromCharCode(...units))
  fc.assert(fc.property(text, searched))
})

test('any row of what the language knows', () => {
  const piece = fc.oneof(
    fc.constantFrom('-', '"', '“', 'OR', ':', '*', '#', '@', ' ', ' ', '\t', '\u0000', '\u001f', '´', '\ud800', 'ﷺ'),
    fc.constantFrom(
      'practice:',
      'template:',
      'tag:',
      'person:',
      'kind:',
      'before:',
      'after:',
      'on:',
      'in:',
      'is:',
      'has:',
    ),
    fc.constantFrom(
      'a',
      'plan',
      'focus',
      'starred',
      'link',
      'win',
      'last',
      'friday',
      'march',
      '31',
      '2026',
      '2026-Q1',
      'ago',
    ),
    fc.string({ maxLength: 3 }),
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('').slice(0, 500)),
      searched,
    ),
  )
})

test.each([
  ['"', 500],
  ['-', 500],
  ['OR ', 160],
  ['a OR ', 100],
  ['"a" ', 125],
  ['-a ', 160],
  ['* ', 250],
  ['#a', 250],
  ['in:', 160],
  ['in:a ', 100],
  ['on:last ', 60],
  ['before:9999 ', 40],
  ['9', 500],
  [`in:${'9'.repeat(100)}`, 4],
  ['\ud83d', 500],
  ['e\u0301', 250],
  ['\u0301', 500],
  ['ﷺ', 500],
  ['가', 500],
])('%j many times over', (piece, times) => {
  searched(piece.repeat(times).slice(0, 500))
})
