/** What an entry and a capture come to. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newCapture } from '#shared/domain/capture/capture'
import { isWritten, measureOf, measureOfCapture } from '#shared/domain/overview/measure'
import { wordCount } from '#shared/domain/overview/wordCount'
import { asked, entry, section } from '../entries'

describe('words', () => {
  test.each([
    ['', 0],
    [' \n\t ', 0],
    ['one', 1],
    ['two words', 2],
    ['  many   spaces\nand\tlines ', 4],
    ['don’t, e-mail, C++ and 50%', 5],
    ['… – "—" *', 0],
    ['before—after', 2],
    ['“quoted” (words)', 2],
    ['Crème brûlée', 2],
    ['Zu\u0308rich', 1],
    ['выручка растёт', 2],
    ['이것은 한국어', 2],
    ['מילה אחת', 2],
    ['今日は良い日', 6],
    ['私はTypeScriptを書く', 6],
    ['ภาษาไทย', 7],
    ['นี้', 1],
    ['𠮷野家', 3],
    ['👍', 1],
    ['👩‍💻 at work', 3],
    ['\ud83d', 0],
    ['a\u00a0b', 2],
  ])('%j has %i', (text, words) => {
    expect(wordCount(text)).toBe(words)
  })

  test('of scripts with spaces are what stands between the spaces', () => {
    const word = fc.stringMatching(/^[a-zäéß0-9][a-zäéß0-9'.-]{0,8}$/)
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom(' ', '  ', '\n', '\u3000', ' … '), (words, between) => {
        expect(wordCount(words.join(between))).toBe(words.length)
      }),
    )
  })

  test('are never fewer for more text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(wordCount(`${a} ${b}`)).toBe(wordCount(a) + wordCount(b))
      }),
    )
  })
})

describe('an entry', () => {
  test('has the words of its title and its answers, and its answered questions by practice', () => {
    const written = entry({
      day: '2026-03-02',
      title: 'A good day',
      sections: [
        asked('a', 'focus', 'Two words'),
        asked('b', 'focus', 'three'),
        asked('c', 'delivery', '  \n'),
        asked('d', null, 'tomorrow'),
        section({ text: 'free writing' }),
      ],
    })
    expect(measureOf(written)).toEqual({ day: '2026-03-02', kind: null, words: 9, answered: { focus: 2 } })
  })

  test('without a word is not written', () => {
    const empty = measureOf(entry({ day: '2026-03-02' }))
    expect(empty).toEqual({ day: '2026-03-02', kind: null, words: 0, answered: {} })
    expect(isWritten(empty)).toBe(false)
    expect(isWritten(measureOf(entry({ day: '2026-03-02', title: 'Later' })))).toBe(true)
  })
})

describe('a capture', () => {
  const capture = newCapture({
    id: '01890000-0000-7000-8000-000000000001',
    now: { at: '2026-03-02T09:00:00Z', zone: 'UTC' },
    dayEnds: '00:00',
    kind: 'win',
    text: 'It ran through',
  })

  test('has its words until they are in an entry', () => {
    const measure = { day: '2026-03-02', kind: 'win', words: 3, answered: {} }
    expect(measureOfCapture(capture)).toEqual(measure)
    const used = measureOfCapture({ ...capture, usedIn: capture.id })
    expect(used).toEqual({ ...measure, words: 0 })
    expect(isWritten(used)).toBe(true)
  })
})
