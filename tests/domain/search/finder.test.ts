/** Searching among what was found last finds what searching all of it does. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFinder } from '#shared/domain/search/finder'
import { noFilter } from '#shared/domain/search/listFilter'
import { narrows } from '#shared/domain/search/query/narrows'
import { parseQuery } from '#shared/domain/search/query/parseQuery'
import { findRecords, prepareForSearch } from '#shared/domain/search/search'
import { describedEntry } from '#shared/facts/describedEntry'
import { runs } from '../../effort'
import { entry, section } from '../entries'

const parsed = (text: string) => parseQuery(text, { today: '2026-03-11', weekStart: 1 })

describe('a query narrows another', () => {
  test.each([
    ['plan', 'pl', true],
    ['pl', 'plan', false],
    ['plan work', 'plan', true],
    ['plan wo', 'plan w', true],
    ['plan', 'plan w', false],
    ['plans', '"plan"', false],
    ['"plan" x', 'plan*', true],
    ['plan* x', '"plan"', false],
    ['"big plan"', '"big pl', true],
    ['"big plan"', '"big" x', false],
    ['"the big', '"big', false],
    ['big', '"b p', false],
    ['a OR b', 'a', false],
    ['"a"', '"a" OR b', true],
    ['-a -b', '-a', true],
    ['-a', '-a*', false],
    ['-a*', '-ab', true],
    ['-a', 'a', false],
    ['a', '-a', false],
    ['#ret', '#re', true],
    ['#re', '#ret', false],
    ['tag:re x', '#re', true],
    ['#re', 'tag:re x', false],
    ['@re', '#re', false],
    ['in:2025-03', 'in:2025', true],
    ['in:2025', 'in:2025-03', false],
    ['in:2025', 'after:2024', true],
    ['after:2024', 'in:2025', false],
    ['before:2024', 'before:2025', true],
    ['is:starred a', 'is:starred', true],
    ['is:starred', 'is:capture', false],
    ['has:link', 'has:task', false],
    ['x', '', true],
    ['', 'x', false],
  ])('%j of %j: %s', (next, previous, expected) => {
    expect(narrows(parsed(next), parsed(previous))).toBe(expected)
  })
})

const text = fc
  .array(fc.constantFrom('a', 'b', 'ab', 'abc', 'c', '会', '会議', '#ab', '@b', 'a-b'), { maxLength: 6 })
  .map((words) => words.join(' '))
const records = fc
  .array(fc.record({ title: text, text, starred: fc.boolean(), month: fc.integer({ min: 1, max: 3 }) }), {
    maxLength: 8,
  })
  .map((rows) =>
    rows.map(({ title, text: answer, starred, month }) =>
      prepareForSearch(
        describedEntry(entry({ day: `2026-0${month}-01`, title, starred, sections: [section({ text: answer })] })),
      ),
    ),
  )
const typing = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'ab',
      'abc',
      '-a',
      '-ab*',
      'OR',
      '"a',
      '"ab',
      'b"',
      '会',
      '会議',
      '#a',
      '#ab',
      '@b',
      'is:starred',
      'in:2026-02',
      'after:2026-01',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((words) => words.join(' '))

test('while anything is typed and taken back, a finder finds what a search finds', () => {
  fc.assert(
    fc.property(
      fc.array(records, { minLength: 1, maxLength: 2 }),
      fc.array(typing, { maxLength: 2 }),
      (journals, texts) => {
        const find = createFinder()
        const wrong: string[] = []
        for (const typed of texts) {
          const letters = Array.from({ length: typed.length }, (_, end) => typed.slice(0, end + 1))
          for (const [at, begun] of [...letters, ...letters.toReversed()].entries()) {
            const given = journals[at % 5 === 4 ? journals.length - 1 : 0] ?? []
            const filter = { ...noFilter, starred: at % 7 === 6 }
            const search = { records: given, query: parsed(begun), filter }
            const [found, expected] = [find(search), findRecords(search)]
            // The records themselves: an expectation for each letter would take far longer than the search.
            if (found.length !== expected.length || found.some((one, nth) => one !== expected[nth])) wrong.push(begun)
          }
        }
        expect(wrong).toEqual([])
      },
    ),
    { numRuns: runs({ quick: 15, all: 15, deep: 3_000 }) },
  )
})
