/** A waiting answer on its page: in its section alone, once, and never in the place of words that its writer did not see. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOfText, emptyDocument } from '#shared/document/document'
import { newDocument, newHeading, newText } from '#shared/document/newNodes'
import { pageOfAnswer, placeAnswer } from '#shared/document/placeAnswer'
import { plainText } from '#shared/document/plainText'
import type { Entry, Section } from '#shared/domain/entry/entry'
import { withSectionIds } from '#shared/domain/entry/sectionIds'
import type { WaitingAnswer } from '#shared/domain/entry/waitingAnswer'

const moment = { at: '2026-03-02T17:00:00Z', zone: 'UTC' }
const asked = (prompt: string | null) => ({
  prompt,
  question: prompt === null ? null : `What of ${prompt}?`,
  practice: null,
})
const section = (prompt: string | null, text: string): Section => {
  const answer = text === '' ? emptyDocument() : documentOfText(text)
  return { ...asked(prompt), answer, text: plainText(answer) }
}
const idOf = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`

function page(...texts: string[]): Entry {
  const [first = '', second = '', free = ''] = texts
  return {
    schema: 1,
    id: idOf(1),
    day: '2026-03-02',
    created: moment,
    updated: moment,
    template: 'daily',
    title: '',
    starred: false,
    revision: 3,
    sections: [section('a', first), section('b', second), section(null, free)],
  }
}

function waiting(text: string, at: number, part: Partial<WaitingAnswer> = {}): WaitingAnswer {
  return {
    id: idOf(9),
    created: moment,
    entry: idOf(1),
    day: '2026-03-02',
    template: 'daily',
    questions: [asked('a'), asked('b'), asked(null)],
    section: at,
    answer: documentOfText(text),
    replaces: null,
    ...part,
  }
}

const texts = (entry: Entry | null) => entry?.sections.map(({ text }) => text)

describe('an answer', () => {
  test.each([
    ['takes an empty section', page(), waiting('new', 1), ['', 'new', '']],
    ['takes the free section', page('x'), waiting('new', 2), ['x', '', 'new']],
    ['stands after words that are there', page('x', 'old'), waiting('new', 1), ['x', 'old\nnew', '']],
    ['that says the same is there already', page('', 'new'), waiting('new', 1), ['', 'new', '']],
    [
      'takes the place of what its writer saw',
      page('', 'old'),
      waiting('new', 1, { replaces: documentOfText('old') }),
      ['', 'new', ''],
    ],
    [
      'stands after words that its writer did not see',
      page('', 'other'),
      waiting('new', 1, { replaces: documentOfText('old') }),
      ['', 'other\nnew', ''],
    ],
  ])('%s', (_, entry, answer, expected) => {
    expect(texts(placeAnswer(entry, answer))).toEqual(expected)
  })

  test('is put there once', () => {
    const once = placeAnswer(page('', 'old'), waiting('new', 1))
    expect(once && placeAnswer(once, waiting('new', 1))).toBeNull()
    const other = once && placeAnswer(once, waiting('more', 1, { id: idOf(10) }))
    expect(texts(other)).toEqual(['', 'old\nnew\nmore', ''])
  })

  test('to a question that is not on the page comes with it, above what was written without one', () => {
    const entry = { ...page('x', '', 'free'), sections: [section('a', 'x'), section(null, 'free')] }
    const next = placeAnswer(entry, waiting('new', 1))
    expect(next?.sections.map(({ prompt, text }) => [prompt, text])).toEqual([
      ['a', 'x'],
      ['b', 'new'],
      [null, 'free'],
    ])
  })

  test('leaves an answer that this version can’t read as it is, and stands beside it', () => {
    const strange = {
      ...section('b', ''),
      answer: { root: { type: 'root', children: [{ type: 'new' }] } },
      text: 'kept',
    }
    const entry = { ...page('x'), sections: [section('a', 'x'), strange, section(null, '')] }
    const next = placeAnswer(entry, waiting('new', 1))
    expect(next?.sections[1]).toEqual({ ...strange, id: expect.any(String) })
    expect(texts(next)).toEqual(['x', 'kept', 'new', ''])
  })

  test('keeps the ids of the sections, and a section that is put in gets its own', () => {
    const entry = withSectionIds(page('x', 'y', ''))
    const idsOf = (one: Entry | null) => one?.sections.map(({ id }) => id) ?? []
    expect(idsOf(placeAnswer(entry, waiting('new', 1)))).toEqual(idsOf(entry))
    const [first, second, put, last] = idsOf(placeAnswer(entry, waiting('new', 0, { questions: [asked('c')] })))
    expect([first, second, last]).toEqual(idsOf(entry))
    expect(idsOf(entry)).not.toContain(put)
    // The page that has to be made has those of the page that the template makes.
    expect(idsOf(placeAnswer(pageOfAnswer(waiting('new', 0)), waiting('new', 0)))).toEqual(
      idsOf(withSectionIds(page())),
    )
  })

  test('keeps the form of what is there', () => {
    const heading = newDocument([newHeading('h2', [newText('Head')])])
    const entry = { ...page(), sections: [{ ...section('a', ''), answer: heading, text: 'Head' }, section(null, '')] }
    const next = placeAnswer(entry, waiting('new', 0))
    expect(next?.sections[0]?.answer).toMatchObject({
      root: { children: [{ type: 'heading' }, { type: 'paragraph' }] },
    })
  })

  test('of a page that is not stored makes it, with all its questions', () => {
    const made = pageOfAnswer(waiting('new', 1))
    expect(made).toMatchObject({ id: idOf(1), revision: 0, template: 'daily' })
    expect(texts(placeAnswer(made, waiting('new', 1)))).toEqual(['', 'new', ''])
  })
})

test('whatever was written here and there, in whatever order it arrives, each word is on the page', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/)
  const answer = fc.record({
    at: fc.nat(2),
    words: fc.array(word, { minLength: 1, maxLength: 4 }),
    old: fc.array(word),
  })
  fc.assert(
    fc.property(fc.array(word), fc.array(answer, { maxLength: 6 }), (there, answers) => {
      const first = page('', there.join(' '))
      const left = answers.map(({ at, words, old }, number) =>
        waiting(words.join(' '), at, {
          id: idOf(100 + number),
          // What the writer saw is what is there, or something that it is not any more.
          replaces: old.length === 0 ? null : documentOfText(`unseen ${old.join(' ')}`),
        }),
      )
      const last = left.reduce((entry, one) => placeAnswer(entry, one) ?? entry, first)
      const shown = new Set(last.sections.flatMap(({ text }) => text.split(/\s+/)))
      for (const one of [...there, ...answers.flatMap(({ words }) => words)]) expect(shown).toContain(one)
      // And once: what arrives again changes nothing.
      for (const one of left) expect(placeAnswer(last, one)).toBeNull()
    }),
  )
})
