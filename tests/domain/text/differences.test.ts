import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changes, differences, type Piece } from '#shared/domain/text/differences'

const marked = (pieces: readonly Piece[]) => pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')
const shown = (a: string, b: string) => differences(a, b)?.map(marked)

test.each([
  ['', '', ['', '']],
  ['the same words', 'the same words', ['the same words', 'the same words']],
  ['', 'all of it', ['', '[all of it]']],
  ['one two three', 'one 2 three', ['one [two] three', 'one [2] three']],
  ['one three', 'one two three', ['one three', 'one [two ]three']],
  ['one two.', 'one two', ['one two[.]', 'one two']],
  ['a b a', 'a a', ['a [b ]a', 'a a']],
  ['今日は良い日です', '今日は悪い日です', ['今日は[良い]日です', '今日は[悪い]日です']],
])('of “%s” and “%s”', (a, b, expected) => {
  expect(shown(a, b)).toEqual(expected)
})

test('texts that are too long are not compared, long ones that differ in a few places are', () => {
  const long = (word: string) => `${word} `.repeat(3000)
  expect(differences(long('a'), long('b'))).toBe(null)
  expect(shown(`${long('a')}one ${long('a')}`, `${long('a')}two ${long('a')}`)).toEqual([
    `${long('a')}[one] ${long('a')}`,
    `${long('a')}[two] ${long('a')}`,
  ])
})

const text = fc
  .array(fc.constantFrom('one', 'two', 'three', ' ', '.', '\n', 'é'), { maxLength: 20 })
  .map((p) => p.join(''))

test('the pieces are the texts, and what is not marked is the same in both', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left = [], right = []] = differences(a, b) ?? []
      const join = (pieces: readonly Piece[]) => pieces.map((piece) => piece.text).join('')
      const same = (pieces: readonly Piece[]) => join(pieces.filter(({ differs }) => !differs))
      expect([join(left), join(right)]).toEqual([a, b])
      expect(same(left)).toBe(same(right))
      if (a === b) expect([...left, ...right].some(({ differs }) => differs)).toBe(false)
    }),
  )
})

test('what became of a text is both texts, without what came and without what went', () => {
  const signs = { same: '', added: '+', removed: '-' }
  const told = (a: string, b: string) => changes(a, b)?.map(({ text, kind }) => `${signs[kind]}${text}`)
  expect(told('one two three', 'one 2 three')).toEqual(['one ', '-two', '+2', ' three'])
  fc.assert(
    fc.property(text, text, (a, b) => {
      const found = changes(a, b) ?? []
      const but = (other: string) => found.flatMap(({ text, kind }) => (kind === other ? [] : [text])).join('')
      expect([but('added'), but('removed')]).toEqual([a, b])
    }),
  )
})
