/** Snippets show the right stretch, mark exactly the words, and cut nothing in two. */

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { termsOfQuery } from '#shared/domain/search/query/queryTerms'
import { markedParts, type SearchedSection, type Snippet, snippetsOf } from '#shared/domain/search/snippet'
import { normalize } from '#shared/domain/text/normalize'

function shown(snippet: Snippet | undefined): string {
  return (snippet?.parts ?? []).map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')
}

function snippets(query: string, ...sections: readonly (string | SearchedSection)[]): readonly Snippet[] {
  return snippetsOf(
    sections.map((section) => (typeof section === 'string' ? { question: null, text: section } : section)),
    termsOfQuery(query),
  )
}

const filler = 'one two three four five six seven eight nine ten eleven twelve '.repeat(6)

describe('a snippet', () => {
  it('is the whole of a short answer', () => {
    expect(snippets('plan', 'We made a Plan,\n\nand a planner.').map(shown)).toEqual([
      'We made a [Plan], and a [plan]ner.',
    ])
  })

  it('is a stretch of a long one, in whole words, with ellipses', () => {
    const [first, ...others] = snippets('target', `${filler}the target was ${filler}`)
    expect(others).toEqual([])
    expect(shown(first)).toMatch(
      /^…(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) .* the \[target\] was .*(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)…$/,
    )
    expect((first?.range.end ?? 0) - (first?.range.start ?? 0)).toBeLessThanOrEqual(140)
  })

  it('shows the place where most words meet', () => {
    const [first, second] = snippets('red plan', `plan ${filler} red ${filler} the red plan ${filler} plan`)
    expect(shown(first)).toContain('the [red] [plan]')
    expect(second).toBeDefined()
  })

  it('takes words together that stand well apart', () => {
    const [first] = snippets('red plan', `red ${filler} red ${'x '.repeat(40)}plan ${filler}`)
    expect(shown(first)).toContain(`[red] ${'x '.repeat(40)}[plan]`)
  })

  it('marks also what happens to stand before the words it was chosen for', () => {
    const text = `${'x '.repeat(30)}red ${'y '.repeat(15)}red ${'z '.repeat(33)}blue ${filler}`
    expect(shown(snippets('red blue', text)[0])).toContain(`[red] ${'y '.repeat(15)}[red] ${'z '.repeat(33)}[blue]`)
  })

  it('begins and ends where the first snippet did not reach', () => {
    const after = snippets('red blue', `red ${'x '.repeat(75)}blue ${filler}`)
    expect(after.map(shown)).toEqual([expect.stringContaining('[red]'), expect.stringContaining('[blue]')])
    expect(after[1]?.range.start).toBeGreaterThanOrEqual(after[0]?.range.end ?? Number.NaN)
    const before = snippets('red blue plan', `${filler} red ${'x '.repeat(35)}blue plan ${filler}`)
    expect(before.map(shown)).toEqual([expect.stringContaining('[red]')])
    const [later, earlier] = snippets('red blue plan', `${filler} red ${'x '.repeat(55)}blue plan ${filler}`)
    expect(shown(earlier)).toMatch(/\[red\].*x…$/)
    expect(earlier?.range.end).toBeLessThanOrEqual(later?.range.start ?? Number.NaN)
  })

  it('leaves out white space at its ends, and says nothing goes on there', () => {
    expect(snippets('plan', ' \n\n a plan. \n ').map(shown)).toEqual(['a [plan].'])
    expect(shown(snippets('plan', `${filler}\n\n${' '.repeat(50)}plan${' '.repeat(150)}x`)[0])).toBe('…[plan]…')
  })

  it('shows in the second what the first lacks', () => {
    const [first, second] = snippets('red blue plan', `red blue ${filler} red ${filler} blue red ${filler} plan`)
    expect(shown(first)).toContain('[red] [blue]')
    expect(shown(second)).toContain('[plan]')
  })

  it('prefers an answer to its question', () => {
    const found = snippets('plan', { question: 'Which plan?', text: 'None.' }, { question: 'Hm?', text: 'My plan.' })
    expect(found.map(({ section, field }) => [section, field])).toEqual([
      [1, 'answer'],
      [0, 'question'],
    ])
    expect(found.map(shown)).toEqual(['My [plan].', 'Which [plan]?'])
  })

  it('leaves an unanswered question out', () => {
    expect(snippets('plan', { question: 'Which plan?', text: ' ' })).toEqual([])
  })

  it('marks the original spelling', () => {
    expect(snippets('strasse', 'In der Straße.').map(shown)).toEqual(['In der [Straße].'])
    expect(snippets('cafe', 'Un cafe\u0301 noir.').map(shown)).toEqual(['Un [cafe\u0301] noir.'])
    expect(snippets('会議', '今日は会議で予算を決めた').map(shown)).toEqual(['今日は[会議]で予算を決めた'])
    expect(snippets('pla plan', 'A plan.').map(shown)).toEqual(['A [plan].'])
  })

  it('joins marks that run into each other', () => {
    expect(snippets('会議 議室', '会議室').map(shown)).toEqual(['[会議室]'])
    expect(snippets('議 会議室', '会議室で').map(shown)).toEqual(['[会議室]で'])
  })

  it('marks a phrase as one, tags and people with their sign, and nothing that should be missing', () => {
    expect(snippets('"big plan" -small', 'A big\n plan, a small plan.').map(shown)).toEqual([
      'A [big plan], a small plan.',
    ])
    expect(snippets('#retro @dana x', 'With @Dána at the #Retro: x').map(shown)).toEqual([
      'With [@Dána] at the [#Retro]: [x]',
    ])
    expect(snippets('is:starred before:2026', 'starred before 2026')).toEqual([])
  })

  it('is not there without a word', () => {
    expect(snippets('', 'Some text.')).toEqual([])
    expect(snippets('missing', 'Some text.')).toEqual([])
  })

  it('cuts a text without spaces between characters', () => {
    for (let shift = 0; shift < 6; shift += 1) {
      const shifted = 'x'.repeat(shift)
      const [first] = snippets('会議', `${'👩‍💻'.repeat(40)}${shifted}会議${shifted}${'e\u0301'.repeat(100)}`)
      const edges = first?.parts.filter(({ marked, text }) => !marked && text !== '…').map(({ text }) => text) ?? []
      expect(edges).toHaveLength(2)
      expect(edges[0]).toMatch(/^(👩‍💻)+x*$/u)
      expect(edges[1]).toMatch(/^x*(e\u0301)+$/)
      const [other] = snippets('会議', `会議${shifted}${'👩‍💻'.repeat(60)}`)
      expect(other?.parts.at(1)?.text).toMatch(/^x*(👩‍💻)+$/u)
    }
  })
})

test('a title is marked whole', () => {
  expect(markedParts('The Plan of plans', termsOfQuery('plan'))).toEqual([
    { text: 'The ', marked: false },
    { text: 'Plan', marked: true },
    { text: ' of ', marked: false },
    { text: 'plan', marked: true },
    { text: 's', marked: false },
  ])
  expect(markedParts('The Plan', [])).toEqual([{ text: 'The Plan', marked: false }])
  expect(markedParts('', termsOfQuery('a'))).toEqual([])
})

describe('for any text', () => {
  const word = fc.constantFrom(
    'plan',
    'Plan',
    'plans',
    'réd',
    're\u0301d',
    'Straße',
    'blue',
    '会議',
    '🎉',
    'x',
    'y’s',
    'a'.repeat(160),
  )
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', '\n', ', ', '')), { maxLength: 60 })
    .map((words) => words.flat().join(''))
  const sections = fc.array(fc.record({ question: fc.option(text), text }), { minLength: 1, maxLength: 3 })
  const query = fc
    .array(fc.constantFrom('plan', 'red', 'stras', 'strasse', 'blue', '会', '🎉', 'a', 'nowhere'), {
      minLength: 1,
      maxLength: 3,
    })
    .map((words) => words.join(' '))

  it('marks words of the query only, in order, within what is shown', () => {
    fc.assert(
      fc.property(sections, query, (written, asking) => {
        const terms = termsOfQuery(asking)
        const found = snippetsOf(written, terms)
        expect(found.length).toBeLessThanOrEqual(2)
        for (const { section, field, range, marks, parts } of found) {
          const original = written[section]?.[field === 'answer' ? 'text' : 'question'] ?? ''
          expect(marks.length).toBeGreaterThan(0)
          let at = range.start
          for (const { start, end } of marks) {
            expect(at <= start && start < end && end <= range.end).toBe(true)
            at = end
            const marked = normalize(original.slice(start, end))
            expect(terms.some((term) => marked.startsWith(term.words[0] ?? ''))).toBe(true)
          }
          const plain = (some: string) => some.replace(/\s+/g, ' ')
          const inner = parts.filter((part, place) => part.text !== '…' || (place > 0 && place < parts.length - 1))
          expect(inner.map((part) => part.text).join('')).toBe(plain(original.slice(range.start, range.end)))
          expect(parts.filter(({ marked }) => marked).map((part) => part.text)).toEqual(
            marks.map(({ start, end }) => original.slice(start, end)),
          )
          expect(parts[0]?.text === '…').toBe(original.slice(0, range.start).trim() !== '')
          expect(parts.at(-1)?.text === '…').toBe(original.slice(range.end).trim() !== '')
        }
      }),
    )
  })

  it('shows two different stretches, none longer than a line or two', () => {
    fc.assert(
      fc.property(sections, query, (written, asking) => {
        const found = snippetsOf(written, termsOfQuery(asking))
        for (const { range, marks } of found) {
          const longest = Math.max(...marks.map(({ start, end }) => end - start))
          expect(range.end - range.start).toBeLessThanOrEqual(Math.max(140, longest + 140))
        }
        const [first, second] = found
        if (first !== undefined && second?.section === first.section && second.field === first.field) {
          expect(first.range.end <= second.range.start || second.range.end <= first.range.start).toBe(true)
        }
      }),
    )
  })

  it('begins and ends with whole words where it can', () => {
    fc.assert(
      fc.property(sections, query, (written, asking) => {
        const found = snippetsOf(written, termsOfQuery(asking))
        const isInWord = (some: string, at: number) =>
          at > 0 && at < some.length && !/\s/.test(some.slice(at - 1, at + 1))
        for (const [place, { section, field, range, marks }] of found.entries()) {
          const original = written[section]?.[field === 'answer' ? 'text' : 'question'] ?? ''
          const before = original.slice(range.start, marks[0]?.start)
          const after = original.slice(marks.at(-1)?.end, range.end)
          const other = found[1 - place]?.range
          if (isInWord(original, range.start) && range.start !== other?.end) expect(before).not.toMatch(/\s/)
          if (isInWord(original, range.end) && range.end !== other?.start) expect(after).not.toMatch(/\s/)
        }
      }),
    )
  })

  it('finds a stretch whenever a word is there at all', () => {
    fc.assert(
      fc.property(sections, query, (written, asking) => {
        const terms = termsOfQuery(asking)
        const there = written.some(
          ({ question, text: answer }) =>
            markedParts(answer, terms).some(({ marked }) => marked) ||
            (answer.trim() !== '' && markedParts(question ?? '', terms).some(({ marked }) => marked)),
        )
        expect(snippetsOf(written, terms).length > 0).toBe(there)
      }),
    )
  })

  it('has in the first as many of the words as any stretch of 100 letters', () => {
    fc.assert(
      fc.property(sections, query, (written, asking) => {
        const terms = termsOfQuery(asking)
        const [first] = snippetsOf(written, terms)
        const distinct = (some: string) =>
          terms.filter((term) => markedParts(some, [term]).some(({ marked }) => marked)).length
        const most = Math.max(0, ...written.flatMap(({ text: answer }) => lines(answer).map(distinct)))
        if (most > 0) {
          const original = written[first?.section ?? 0]?.[first?.field === 'question' ? 'question' : 'text'] ?? ''
          expect(distinct(original.slice(first?.range.start, first?.range.end))).toBeGreaterThanOrEqual(most)
        }
      }),
    )
  })

  /** Stretches of up to 100 units between white space. */
  function lines(some: string): readonly string[] {
    const starts = [0, ...Array.from(some.matchAll(/\s+/g), (space) => space.index + space[0].length)]
    return starts.map((start) => some.slice(start, start + 100).replace(/\S+$/, ''))
  }
})
