/** The search finds exactly what a slow and simple one finds, in the order that is promised. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { captureKinds } from '#shared/domain/capture/capture'
import type { CaptureRow } from '#shared/domain/capture/captureRow'
import { addDays } from '#shared/domain/day'
import type { Entry } from '#shared/domain/entry/entry'
import { practiceIds } from '#shared/domain/practice/practice'
import { compareRows } from '#shared/domain/record'
import { noFilter } from '#shared/domain/search/listFilter'
import { parseQuery } from '#shared/domain/search/query/parseQuery'
import { queryTerms } from '#shared/domain/search/query/queryTerms'
import { findRecords, hitOf, prepareForSearch, type Searchable } from '#shared/domain/search/search'
import { describedEntry } from '#shared/facts/describedEntry'
import { entry, section } from '../entries'
import { type Asked, type AskedClause, slowRank, typed } from './slowSearch'

const context = { today: '2026-03-11', weekStart: 1 }

/** An alphabet in which every rule matters; the slow search knows no other letters. */
const letters = ['a', 'a', 'b', 'A', 'á', 'a\u0301', 'ß', 'SS', '1', '’', '-', '.', '_', '中', '文', 'が', '회']
const gaps = [' ', ' ', ' ', '\n', '  ', '\u00a0']
const text = fc
  .array(
    fc.constantFrom(
      ...letters,
      ...letters,
      ...gaps,
      ...gaps,
      '#',
      '@',
      '+',
      '#a',
      '@b',
      '+a',
      '+"a b" ',
      ' https://x ',
      'ab',
      'ab ab',
    ),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join(''))

/** What stands in an answer beside its words. */
const beside = fc.constantFrom(
  { type: 'paragraph', children: [] },
  { type: 'paragraph', children: [{ type: 'link', url: 'https://x.example', children: [] }] },
  { type: 'list', listType: 'check', children: [{ type: 'listitem', checked: false, children: [] }] },
  { type: 'table', children: [] },
  { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [] }] },
)
const anySection = fc
  .record({ question: fc.option(text), text, practice: fc.option(fc.constantFrom(...practiceIds)), beside })
  .map(({ beside, ...part }) => {
    const words = { type: 'paragraph', children: [{ type: 'text', text: part.text }] }
    return { ...part, answer: { root: { type: 'root', children: [words, beside] } } }
  })

const templates = ['daily', 'weekly', 'gone', ...captureKinds.map((kind) => `capture:${kind}`)]
const entries: fc.Arbitrary<readonly Entry[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 100 }).map((days) => addDays('2025-12-01', days)),
      title: text,
      starred: fc.boolean(),
      template: fc.constantFrom(...templates),
      sections: fc.array(anySection, { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map((row, number) =>
      entry({
        ...row,
        id: `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`,
        sections: row.sections.map((part) => section(part)),
      }),
    ),
  )

const word = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'ab',
    'aa',
    'ba',
    'ss',
    'aß',
    '中',
    '中文',
    'が',
    '회',
    'a-b',
    'a’b',
    'A1',
    'b.a',
    'a_b',
    'á',
  ),
  fc
    .array(fc.constantFrom('a', 'b', 'á', '1', '中', '文'), { minLength: 1, maxLength: 3 })
    .map((some) => some.join('')),
)
const months = ['2025', '2025-12', '2026-01', '2026-02', '2026-03']
const condition: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 4, arbitrary: word.map((one) => ({ ask: 'words' as const, words: [one], style: 'word' as const })) },
  word.map((one) => ({ ask: 'words' as const, words: [one], style: 'star' as const })),
  {
    weight: 2,
    arbitrary: fc
      .array(word, { minLength: 1, maxLength: 3 })
      .map((words) => ({ ask: 'words' as const, words, style: 'phrase' as const })),
  },
  fc.record({
    ask: fc.constantFrom('tag' as const, 'person' as const),
    name: fc.constantFrom('a', 'b', 'á', 'a1', 'A-b'),
  }),
  fc.record({ ask: fc.constant('project' as const), name: fc.constantFrom('a', 'ab') }),
  fc.record({ ask: fc.constant('practice' as const), practice: fc.constantFrom(...practiceIds) }),
  fc.record({ ask: fc.constant('template' as const), template: fc.constantFrom('daily', 'weekly') }),
  fc.record({ ask: fc.constant('kind' as const), kind: fc.constantFrom(...captureKinds) }),
  fc.record({
    ask: fc.constantFrom('before' as const, 'after' as const, 'in' as const),
    days: fc.constantFrom(...months),
  }),
  fc.record({ ask: fc.constant('is' as const), is: fc.constantFrom('starred' as const, 'capture', 'entry') }),
  fc.record({ ask: fc.constant('has' as const), has: fc.constantFrom('link' as const, 'task', 'table') }),
  fc.record({ ask: fc.constant('within' as const), within: fc.constantFrom('page' as const, 'answer') }),
)
const isDays = ({ ask }: Asked) => ask === 'before' || ask === 'after' || ask === 'in'
const clauseOf = (one: fc.Arbitrary<Asked>): fc.Arbitrary<AskedClause> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ negated: fc.constant(false), anyOf: fc.tuple(one) }) },
    fc.record({ negated: fc.constant(true), anyOf: fc.tuple(one.filter(({ ask }) => ask !== 'within')) }),
    fc.record({ negated: fc.constant(false), anyOf: fc.array(one, { minLength: 2, maxLength: 3 }) }),
  )
/** In groups dates are asked for as words are; what is said of the whole search is said outside. */
const inGroup = condition.filter((one) => one.ask !== 'within' && !isDays(one))
const group: fc.Arbitrary<Asked> = fc
  .array(clauseOf(inGroup), { minLength: 2, maxLength: 3 })
  .map((some) => ({ ask: 'all' as const, clauses: some }))
const clause = clauseOf(fc.oneof({ weight: 6, arbitrary: condition }, group))
const clauses = fc
  .array(clause, { maxLength: 4 })
  .filter((some) => some.flatMap(({ anyOf }) => anyOf).filter(({ ask }) => ask === 'within').length < 2)
  // Two dates that have no day in common are a mistake, which has its own tests.
  .filter((some) => some.filter(({ negated, anyOf }) => !negated && anyOf.every(isDays)).length < 2)

/** A page whose template says so stands for a capture of this kind: the slow search knows no other rows. */
function described(page: Entry): Searchable {
  const { row, ...rest } = describedEntry(page)
  const captureKind = captureKinds.find((kind) => page.template === `capture:${kind}`)
  if (captureKind === undefined) return { ...rest, row }
  const caught: CaptureRow = { ...row, kind: 'capture', captureKind }
  return { ...rest, row: caught }
}

function records(written: readonly Entry[]) {
  return written.map((one) => prepareForSearch(described(one))).sort((a, b) => compareRows(a.row, b.row))
}

function found(written: readonly Entry[], asking: string, filter = noFilter): readonly string[] {
  return findRecords({ records: records(written), query: parseQuery(asking, context), filter }).map(({ row }) => row.id)
}

describe('against a slow and simple search', () => {
  test('finds the same entries, ranked the same, and has nothing to complain of', () => {
    fc.assert(
      fc.property(entries, clauses, (written, asked) => {
        const asking = typed(asked)
        expect(parseQuery(asking, context).mistakes).toEqual([])
        const expected = records(written)
          .map(({ row }) => ({ id: row.id, page: written.find(({ id }) => id === row.id) }))
          .map(({ id, page }) => ({ id, rank: page ? slowRank(page, asked) : null }))
          .filter(({ rank }) => rank !== null)
          .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
        expect(found(written, asking)).toEqual(expected.map(({ id }) => id))
      }),
    )
  })

  test('keeps to every filter', () => {
    const filter = fc.record({
      starred: fc.boolean(),
      practice: fc.option(fc.constantFrom(...practiceIds)),
      template: fc.option(fc.constantFrom('daily', 'weekly', 'gone')),
    })
    fc.assert(
      fc.property(entries, clauses, filter, (written, asked, chosen) => {
        const kept = written.filter(
          (page) =>
            (!chosen.starred || page.starred) &&
            (chosen.template === null || page.template === chosen.template) &&
            (chosen.practice === null ||
              page.sections.some(({ practice, text: words }) => practice === chosen.practice && words.trim() !== '')),
        )
        expect(found(written, typed(asked), { ...noFilter, ...chosen })).toEqual(found(kept, typed(asked)))
      }),
    )
  })

  test('has a snippet for every hit whose words are not all in the title, and counts at least what it marks', () => {
    const wordClauses = fc.array(
      fc.record({ negated: fc.constant(false), anyOf: fc.tuple(condition.filter(({ ask }) => ask === 'words')) }),
      { minLength: 1, maxLength: 3 },
    )
    fc.assert(
      fc.property(entries, wordClauses, (written, asked) => {
        const query = parseQuery(typed(asked), context)
        for (const record of findRecords({ records: records(written), query })) {
          const page = written.find(({ id }) => id === record.row.id)
          const { snippets, count } = hitOf(record, queryTerms(query))
          if (page !== undefined && slowRank(page, asked) !== 0) expect(snippets.length).toBeGreaterThan(0)
          expect(count).toBeGreaterThanOrEqual(Math.max(1, ...snippets.map(({ marks }) => marks.length)))
        }
      }),
    )
  })
})
