/** A search as it is typed: read, compared with the one before it, and put to an entry. */

import { createFinder } from '#shared/domain/search/finder'
import { parseQuery } from '#shared/domain/search/query/parseQuery'
import { queryTerms } from '#shared/domain/search/query/queryTerms'
import { hitOf, prepareForSearch } from '#shared/domain/search/search'
import { describedEntry } from '#shared/facts/describedEntry'
import { entry, section } from '../domain/entries'
import { blocksRun } from './blocksRun'
import { grows } from './grows'

const context = { today: '2026-03-02', weekStart: 1 }

function search(typed: string, words = 'Some words, and then some more'): void {
  const record = prepareForSearch(
    describedEntry(entry({ day: '2026-03-02', title: 'A title', sections: [section({ text: words })] })),
  )
  const records = [record]
  const find = createFinder<typeof record>()
  for (const text of [typed, `${typed}w`]) {
    const query = parseQuery(text, context)
    find({ records, query })
    hitOf(record, queryTerms(query))
  }
}

function queryGrows(dimension: string, make: (n: number) => string): void {
  grows(dimension, make, (typed, count) => count(blocksRun(() => search(typed))))
}

queryGrows('words', (n) => Array.from({ length: n }, (_, at) => `word${at}`).join(' '))
queryGrows('words that are found', (n) => 'some '.repeat(n))
queryGrows('letters of a word', (n) => 'w'.repeat(n))
queryGrows('words of a phrase', (n) => `"${'some '.repeat(n)}"`)
queryGrows('parts of an OR', (n) => Array.from({ length: n }, (_, at) => `word${at}`).join(' OR '))
queryGrows('ORs without words', (n) => 'OR '.repeat(n))
queryGrows('negations', (n) => Array.from({ length: n }, (_, at) => `-word${at}`).join(' '))
queryGrows('signs', (n) => `a${'.!'.repeat(n)}b`)
queryGrows('signs behind a date', (n) => `in:march${'.,'.repeat(n)}x`)
queryGrows('dates', (n) => 'after:march '.repeat(n))
queryGrows('operators without a value', (n) => 'on: '.repeat(n))
queryGrows('words behind an operator', (n) => `on: ${'march '.repeat(n)}`)
queryGrows('words of a quoted date', (n) => `on:"${'march '.repeat(n)}"`)
queryGrows('tags', (n) => Array.from({ length: n }, (_, at) => `#tag${at}`).join(' '))
queryGrows('stars', (n) => `#tag${'*'.repeat(n)}x some${'*'.repeat(n)}`)
queryGrows('quotes', (n) => '"a" "'.repeat(n))

grows(
  'words of the text that it finds',
  (n) => 'some words '.repeat(n),
  (words, count) => count(blocksRun(() => search('some "some words" w*', words))),
)
grows(
  'spaces in the text that it finds',
  (n) => `some${' '.repeat(n)}words`.repeat(4),
  (words, count) => count(blocksRun(() => search('"some words" "words some" "some some"', words))),
)
