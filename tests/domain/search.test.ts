/** The search finds exactly what a slow and simple one finds, in the order that is promised. */

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '#shared/domain/day'
import type { Entry } from '#shared/domain/entry'
import { compareRows } from '#shared/domain/entryRow'
import { fold } from '#shared/domain/fold'
import { noFilter } from '#shared/domain/listFilter'
import { practiceIds } from '#shared/domain/practice'
import { findEntries, prepareForSearch } from '#shared/domain/search'
import { indexOfTerm, parseQuery } from '#shared/domain/searchTerms'
import { gramsOf, mayHold, signatureOf } from '#shared/domain/textSignature'
import { asked, entry, section } from './entries'

function idOf(number: number): string {
  return `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

function found(entries: readonly Entry[], query: string, filter = noFilter, limit = 1000) {
  const { hits, total } = findEntries({ records: entries.map(prepareForSearch), query, filter, limit })
  return { ids: hits.map(({ row }) => row.id), total, hits }
}

function finds(text: string, query: string): boolean {
  return found([entry({ day: '2026-01-01', sections: [section({ text })] })], query).total === 1
}

describe('words', () => {
  test.each([
    ['Shipped the new report', 'report', true],
    ['Shipped the new report', 'rep', true],
    ['Shipped the new report', 'port', false],
    ['Shipped the new report', 'report shipped', true],
    ['Shipped the new report', 'ship report', false],
    ['Shipped the new report', 'shipped rep', true],
    ['Shipped the new report', 'report missing', false],
    ['Shipped the new report', 'REPORT ', true],
    ['Crème brûlée', 'creme BRULE', true],
    ['Creme', 'crème', true],
    ['Straße', 'strasse', true],
    ['Don’t wait', "don't", true],
    ['Don’t wait', 'don', true],
    ['the manager’s view', 'manager view', true],
    ['an e-mail came', 'e-mail', true],
    ['an e-mail came', 'mail', true],
    ['on 2026-03-10 at last', '2026-03', true],
    ['wrote it in C++ and C#', 'c++', true],
    ['wrote it in C', 'c++', false],
    ['snake_case name', 'case', true],
    ['Q3 figures', 'q', true],
    ['Q3 figures', '3', false],
    ['said “hello”, twice', '"hello",', true],
    ['R & D', 'r & d', true],
    ['R und D', 'r & d', true],
    ['won 50% more', '50% more', true],
    ['won 501 more', '50% more', false],
    ['#growth again', '#growth', true],
    ['Рост выручки', 'ВЫРУЧ', true],
    ['выручки', 'ручки', false],
    ['今日は会議で予算を決めた', '会議', true],
    ['今日は会議で予算を決めた', '予算 会議', true],
    ['今日は会議で予算を決めた', '会議室', false],
    ['예산 회의를 했다', '회의 예산', true],
    ['AI会議のメモ', 'ai メモ', true],
    ['日本AI会議', 'ai 日本', true],
    ['วันนี้ประชุมงบประมาณ', 'ประชุม งบ', true],
    ['well done 🎉🎉', '🎉', true],
    ['𝒜𝒷𝒸 and 𐐨𐐩𐐪', '𐐀𐐁', true],
    ['𐐨𐐩𐐪', '𐐩', false],
    ['a\nb', 'a b', true],
    ['ab', 'a b', false],
  ])('in "%s" the query "%s": %s', (text, query, expected) => {
    expect(finds(text, query)).toBe(expected)
  })

  it('are in title, questions and answers, together or apart', () => {
    const page = entry({
      day: '2026-01-01',
      title: 'Kickoff',
      sections: [section({ question: 'What moved?', text: 'The budget.' }), section({ text: 'Rested.' })],
    })
    for (const query of ['kick', 'moved', 'budget', 'rested', 'kickoff moved budget rest']) {
      expect(found([page], query).total).toBe(1)
    }
    expect(found([page], 'kickoff moved budgets').total).toBe(0)
  })

  it('do not reach across two places', () => {
    const page = entry({ day: '2026-01-01', title: '会', sections: [section({ text: '議' }), section({ text: '室' })] })
    expect(found([page], '会議').total).toBe(0)
    expect(found([page], '議室').total).toBe(0)
  })

  it('of an unanswered question are not there', () => {
    const page = entry({
      day: '2026-01-01',
      sections: [section({ question: 'What moved?', text: ' ' }), section({ text: 'Hm.' })],
    })
    expect(found([page], 'moved').total).toBe(0)
  })

  it('are read from the query once each, the last as a prefix', () => {
    expect(parseQuery('  The plan, the PLAN – “the” ')).toEqual([
      { text: 'the', prefix: false },
      { text: 'plan', prefix: false },
      { text: 'the', prefix: true },
    ])
    expect(parseQuery(' \n … !? ')).toEqual([])
    expect(parseQuery('\ud83d')).toEqual([])
  })
})

describe('the order', () => {
  const page = (number: number, day: string, title: string, question: string, text: string) =>
    entry({ id: idOf(number), day, title, sections: [section({ question, text })] })

  it('is title, then answers, then questions, and newest first in each', () => {
    const entries = [
      page(1, '2026-01-01', '', 'Which plan?', 'None.'),
      page(2, '2026-01-02', '', 'Hm?', 'A plan.'),
      page(3, '2026-01-03', 'The plan', 'Hm?', 'x'),
      page(4, '2026-01-04', '', 'Which plan?', 'None.'),
      page(5, '2026-01-05', '', 'Which plan?', 'My plan.'),
      page(6, '2026-01-06', 'Plan', 'Hm?', 'x'),
      page(7, '2026-01-07', 'Other', 'Hm?', 'x'),
    ]
    expect(found(entries, 'plan').ids).toEqual([6, 3, 5, 2, 4, 1].map(idOf))
    expect(found(entries.toReversed(), 'plan').ids).toEqual([6, 3, 5, 2, 4, 1].map(idOf))
  })

  it('is that of the word that stands deepest', () => {
    const entries = [
      page(1, '2026-01-01', 'Plan and money', 'Hm?', 'x'),
      page(2, '2026-01-02', 'Plan', 'Hm?', 'Money.'),
      page(3, '2026-01-03', 'Plan', 'Which money?', 'x'),
      page(4, '2026-01-04', '', 'Hm?', 'Money plan.'),
    ]
    expect(found(entries, 'plan money').ids).toEqual([1, 4, 2, 3].map(idOf))
    expect(found([...entries, page(5, '2025-01-01', '', 'Which plan?', 'Money.')], 'plan money').ids).toEqual(
      [1, 4, 2, 3, 5].map(idOf),
    )
  })

  it('counts all and returns the first of them', () => {
    const entries = Array.from({ length: 20 }, (_, number) =>
      page(number, addDays('2026-01-01', number), '', 'Hm?', 'A plan.'),
    )
    const { ids, total } = found(entries, 'plan', noFilter, 3)
    expect(ids).toEqual([19, 18, 17].map(idOf))
    expect(total).toBe(20)
  })

  it('of a query without words is newest first, all that the filter leaves, without snippets', () => {
    const entries = [
      page(1, '2026-01-01', 'Plan', 'Hm?', 'x'),
      { ...page(2, '2026-01-02', '', 'Hm?', 'x'), starred: true },
    ]
    expect(found(entries, ' … ').ids).toEqual([2, 1].map(idOf))
    expect(found(entries, '', { ...noFilter, starred: true }).ids).toEqual([idOf(2)])
    expect(found(entries, '').hits.every(({ snippets }) => snippets.length === 0)).toBe(true)
  })
})

/** An alphabet in which every rule matters; the oracle knows no other letters. */
const pieces = [
  'a',
  'b',
  'A',
  'á',
  'a\u0301',
  'ß',
  'SS',
  '1',
  '’',
  '-',
  '.',
  '_',
  ' ',
  ' ',
  '\n',
  '中',
  '文',
  'が',
  '회',
]
const words = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((letters) => letters.join(''))

const journal = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 3 }).map((days) => addDays('2026-01-01', days)),
    title: words,
    starred: fc.boolean(),
    template: fc.constantFrom('daily', 'weekly'),
    sections: fc.array(
      fc.record({ question: fc.option(words), text: words, practice: fc.option(fc.constantFrom(...practiceIds)) }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { maxLength: 8 },
)

function built(rows: typeof journal extends fc.Arbitrary<infer T> ? T : never): readonly Entry[] {
  return rows.map((row, number) =>
    entry({ ...row, id: idOf(number), sections: row.sections.map((part) => section(part)) }),
  )
}

const query = fc.oneof(
  words,
  fc
    .array(fc.constantFrom('a', 'b', 'ab', 'aa', 'ba', 'ss', '中', '中文', 'が', 'a-b', "a'b", 'A1', '.', '"a"'), {
      maxLength: 3,
    })
    .map((parts) => parts.join(' ')),
)

describe('against a slow and simple search', () => {
  it('finds the same entries, ranked the same', () => {
    fc.assert(
      fc.property(journal, query, (rows, asking) => {
        const entries = built(rows)
        const expected = entries
          .map((page) => ({ page, rank: slowRank(page, asking) }))
          .filter(({ rank }) => rank !== null)
          .sort(
            (a, b) =>
              (a.rank ?? 0) - (b.rank ?? 0) || compareRows(prepareForSearch(a.page).row, prepareForSearch(b.page).row),
          )
          .map(({ page }) => page.id)
        const result = found(entries, asking)
        expect(result.ids).toEqual(expected)
        expect(result.total).toBe(expected.length)
      }),
    )
  })

  it('keeps to every filter', () => {
    const filter = fc.record({
      starred: fc.boolean(),
      practice: fc.option(fc.constantFrom(...practiceIds)),
      template: fc.option(fc.constantFrom('daily', 'weekly', 'gone')),
    })
    fc.assert(
      fc.property(journal, query, filter, (rows, asking, chosen) => {
        const entries = built(rows)
        const kept = entries.filter(
          (page) =>
            (!chosen.starred || page.starred) &&
            (chosen.template === null || page.template === chosen.template) &&
            (chosen.practice === null ||
              page.sections.some(({ practice, text }) => practice === chosen.practice && text.trim() !== '')),
        )
        expect(found(entries, asking, chosen).ids).toEqual(found(kept, asking).ids)
      }),
    )
  })

  it('has a snippet for every hit whose words are not all in the title', () => {
    fc.assert(
      fc.property(journal, query, (rows, asking) => {
        fc.pre(slowWords(asking).length > 0)
        const entries = built(rows)
        for (const { row, snippets } of found(entries, asking).hits) {
          const page = entries.find(({ id }) => id === row.id)
          if (page !== undefined && slowRank(page, asking) !== 0) expect(snippets.length).toBeGreaterThan(0)
        }
      }),
    )
  })
})

/** The oracle: 0, 1 or 2 as the search promises, by splitting everything into pieces with plain regular expressions. */
function slowRank(page: Entry, asking: string): number | null {
  const title = [slowFold(page.title)]
  const answers = [...title, ...page.sections.map(({ text }) => slowFold(text))]
  const answered = page.sections.filter(({ text }) => text.trim() !== '')
  const everything = [...answers, ...answered.map(({ question }) => slowFold(question ?? ''))]
  const sought = slowWords(asking)
  const rank = [title, answers, everything].findIndex((places) =>
    sought.every((word, at) => places.some((place) => slowHas(place, word, at === sought.length - 1))),
  )
  return rank === -1 ? null : rank
}

function slowWords(asking: string): readonly string[] {
  return slowFold(asking)
    .split(/\s+/)
    .map((word) => word.replace(/^['"._-]+/, '').replace(/['"._-]+$/, ''))
    .filter((word) => word !== '')
}

function slowFold(text: string): string {
  return text
    .replaceAll('ß', 'ss')
    .replaceAll('’', "'")
    .replaceAll('á', 'a')
    .replaceAll('a\u0301', 'a')
    .replaceAll('\u0301', '')
    .toLowerCase()
}

function slowHas(place: string, word: string, prefix: boolean): boolean {
  const quoted = word.replace(/[.\-'_]/g, '\\$&')
  const before = /^[a-z0-9]/.test(word) ? '(?<![a-z0-9])' : ''
  const after = /[a-z0-9]$/.test(word) && !prefix ? '(?![a-z0-9])' : ''
  return new RegExp(before + quoted + after).test(place)
}

describe('the signature', () => {
  it('never denies what is there', () => {
    fc.assert(
      fc.property(
        fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 300 }), fc.lorem({ maxCount: 80 })),
        fc.nat(),
        fc.nat(),
        (text, one, other) => {
          const folded = fold(text)
          const start = one % (folded.length + 1)
          const word = folded.slice(start, start + (other % 12))
          expect(mayHold(signatureOf(folded), gramsOf(word))).toBe(true)
        },
      ),
    )
  })

  it('denies most of what is not there', () => {
    const text = Array.from({ length: 350 }, (_, number) => `w${(number * 7919).toString(36)}`).join(' ')
    const others = Array.from({ length: 1000 }, (_, number) => `planning${number}`)
    const signature = signatureOf(text)
    expect(others.filter((word) => mayHold(signature, gramsOf(word))).length).toBeLessThan(50)
  })
})

test('a term is found at the first place that fits, from where the search begins', () => {
  const term = { text: 'a', prefix: false }
  expect(indexOfTerm('ba ab a a', term)).toBe(6)
  expect(indexOfTerm('ba ab a a', term, 7)).toBe(8)
  expect(indexOfTerm('ba ab a a', term, 9)).toBe(-1)
  expect(indexOfTerm('ba ab a a', { ...term, prefix: true })).toBe(3)
})

test('a record holds the words as they were written', () => {
  const record = prepareForSearch(entry({ day: '2026-01-01', title: 'Ä', sections: [asked('a.b', 'focus', 'Öl')] }))
  expect(record.sections).toEqual([{ question: 'Question of a.b?', text: 'Öl' }])
  expect(record.folded).toBe('a\nol\nquestion of a.b?')
})
