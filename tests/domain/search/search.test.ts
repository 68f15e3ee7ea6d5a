/** Which words are found where, and in which order. */

import { describe, expect, it, test } from 'vitest'
import type { Entry } from '#shared/domain/entry/entry'
import { compareRows } from '#shared/domain/record'
import { noFilter } from '#shared/domain/search/listFilter'
import { parseQuery } from '#shared/domain/search/query/parseQuery'
import { queryTerms } from '#shared/domain/search/query/queryTerms'
import { endOfTerm, indexOfTerm, termOf } from '#shared/domain/search/query/searchTerms'
import { findRecords, hitOf, prepareForSearch } from '#shared/domain/search/search'
import { describedEntry } from '#shared/facts/describedEntry'
import { asked, entry, section } from '../entries'

function idOf(number: number): string {
  return `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

function found(entries: readonly Entry[], text: string, filter = noFilter) {
  const query = parseQuery(text, { today: '2026-03-11', weekStart: 1 })
  const records = entries.map((one) => prepareForSearch(describedEntry(one))).sort((a, b) => compareRows(a.row, b.row))
  const hits = findRecords({ records, query, filter }).map((record) => hitOf(record, queryTerms(query)))
  return { ids: hits.map(({ row }) => row.id), total: hits.length, hits }
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
    ['said “hello”, twice', '"hell"', false],
    ['said “hello”, twice', 'hell* twice', true],
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
    expect(found([page], '"会 議"').total).toBe(0)
  })

  it('of an unanswered question are not there', () => {
    const page = entry({
      day: '2026-01-01',
      sections: [section({ question: 'What moved?', text: ' ' }), section({ text: 'Hm.' })],
    })
    expect(found([page], 'moved').total).toBe(0)
  })

  it('in a row are a phrase, whatever white space is between them', () => {
    for (const text of ['the big plan', 'the  big\n plan', 'The bíg\u00a0plans', 'so the big plan']) {
      expect([text, finds(text, '"big pla"'), finds(text, '"big pla*"'), finds(text, '"big pla')]).toEqual([
        text,
        false,
        true,
        true,
      ])
    }
    for (const text of ['big, plan', 'big plane', 'a bigplan', 'bigger plan', 'big-plan', 'plan big']) {
      expect([text, finds(text, '"big plan"')]).toEqual([text, false])
    }
    expect(finds('a b a c', '"a c"')).toBe(true)
    expect(finds('went, there', '"went, there"')).toBe(true)
    expect(finds('明日 会議室', '"日 会議"')).toBe(true)
  })

  it('of a phrase do not reach across two places', () => {
    const sections = [section({ question: 'three?', text: 'one' }), section({ question: 'four?', text: 'two' })]
    const page = entry({ day: '2026-01-01', title: 'zero', sections })
    expect(['zero one', 'one two', 'two three', 'three four'].map((pair) => found([page], `"${pair}"`).total)).toEqual([
      0, 0, 0, 0,
    ])
  })

  it('are counted where they stand, in every place', () => {
    const sections = [
      section({ question: 'Which plan?', text: 'Plan, planned; a plan.' }),
      section({ text: 'No plan.' }),
    ]
    const page = entry({ day: '2026-01-01', title: 'The plan', sections })
    const counts = ['plan', '"plan"', 'plan*', '"a plan"', 'a plan', '-nothing', 'is:entry'].map(
      (query) => found([page], query).hits[0]?.count,
    )
    expect(counts).toEqual([6, 5, 6, 1, 7, 0, 0])
    const tagged = entry({ day: '2026-01-01', sections: [section({ text: '#retro and #retros' })] })
    expect(found([tagged], 'tag:retro x OR a*').hits[0]?.count).toBe(2)
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

  it('is by the best of several words, and by the words alone', () => {
    const entries = [
      page(1, '2026-01-01', 'Plan', 'Hm?', 'Money.'),
      page(2, '2026-01-02', '', 'Which money?', 'Plan.'),
      page(3, '2026-01-03', '', 'Which plan?', 'x'),
      { ...page(4, '2026-01-04', '', 'Hm?', 'money'), starred: true },
    ]
    expect(found(entries, 'plan OR money').ids).toEqual([1, 4, 2, 3].map(idOf))
    expect(found(entries, 'is:starred OR plan').ids).toEqual([4, 1, 2, 3].map(idOf))
    expect(found(entries, '-"money"').ids).toEqual([idOf(3)])
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

test('a term is found at the first place that fits, from where the search begins', () => {
  const term = { words: ['a'], prefix: false }
  expect(indexOfTerm('ba ab a a', term)).toBe(6)
  expect(indexOfTerm('ba ab a a', term, 7)).toBe(8)
  expect(indexOfTerm('ba ab a a', term, 9)).toBe(-1)
  expect(indexOfTerm('ba ab a a', { ...term, prefix: true })).toBe(3)
  expect(endOfTerm('a  b', { words: ['a', 'b'], prefix: false }, 0)).toBe(4)
  expect(endOfTerm('a  bc', { words: ['a', 'b'], prefix: false }, 0)).toBe(-1)
})

test('a term is what was typed, without the signs around it', () => {
  expect(termOf('“Crème, brûlée!”')).toEqual({ words: ['creme,', 'brulee'], prefix: false })
  expect(termOf('plan*')).toEqual({ words: ['plan'], prefix: true })
  expect(termOf('don´t')).toEqual({ words: ['don', 't'], prefix: false })
  expect(termOf('a\u001fb')).toEqual({ words: ['a', 'b'], prefix: false })
  for (const nothing of ['', ' ', '…', '!?', '*', '\ud83d']) expect(termOf(nothing)).toBeNull()
})

test('a record holds the words as they were written', () => {
  const record = prepareForSearch(
    describedEntry(entry({ day: '2026-01-01', title: 'Ä', sections: [asked('a.b', 'focus', 'Öl')] })),
  )
  expect(record.sections).toEqual([{ question: 'Question of a.b?', practice: 'focus', text: 'Öl' }])
  expect(record.normalized).toBe('a\u001fol\u001fquestion of a.b?')
})
