/** Packed texts: the bytes of UTF-8, in which every term stands where it stands in the text itself. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfTerm, indexOfTerm, packedTerm } from '#shared/domain/search/query/searchTerms'
import { pack, packed, plain } from '#shared/domain/text/encoding'
import { normalize } from '#shared/domain/text/normalize'
import { runs } from '../../effort'

/** One of each size and kind: spaces, letters with and without spaces between their words, signs. */
const characters = [
  'a',
  'b',
  'a',
  'b',
  '1',
  ' ',
  ' ',
  '\n',
  '\u1680',
  '\u2028',
  'é',
  'ж',
  'ж',
  '中',
  '文',
  '€',
  '-',
  '𝒳',
  '🙂',
  '\u001f',
]
const text = fc.array(fc.constantFrom(...characters), { maxLength: 14 }).map((some) => normalize(some.join('')))
const word = fc
  .array(fc.constantFrom('a', 'b', 'é', 'ж', '中', '文', '-', '𝒳'), { minLength: 1, maxLength: 2 })
  .map((some) => normalize(some.join('')))
const term = fc.record({ words: fc.array(word, { minLength: 1, maxLength: 3 }), prefix: fc.boolean() })
const tries = { numRuns: runs({ all: 20_000, deep: 200_000 }) }
const placeIn = (whole: string, at: number) => (at === -1 ? -1 : pack(whole.slice(0, at)).length)

describe('a packed text', () => {
  it('is its bytes', () => {
    const any = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 50 }), fc.string({ unit: 'binary', maxLength: 50 }))
    fc.assert(
      fc.property(any, (given) => {
        expect(pack(given)).toBe(Buffer.from(given, 'utf8').toString('latin1'))
      }),
    )
    expect(pack('é中🙂'.repeat(5000))).toBe(Buffer.from('é中🙂'.repeat(5000), 'utf8').toString('latin1'))
  })

  it('keeps halves of characters apart', () => {
    expect(pack('\ud83d')).not.toBe(pack('\ude42'))
    expect(pack('🙂')).not.toContain(pack('\ud83d'))
  })

  it('has each term where the text has it', () => {
    fc.assert(
      fc.property(text, term, fc.nat(3), (whole, oneTerm, from) => {
        const start = Math.min(from, whole.length)
        const at = indexOfTerm(whole, oneTerm, start, plain)
        const packedAt = indexOfTerm(pack(whole), packedTerm(oneTerm), placeIn(whole, start), packed)
        expect(packedAt).toBe(placeIn(whole, at))
        if (at === -1) return
        const end = endOfTerm(whole, oneTerm, at, plain)
        expect(endOfTerm(pack(whole), packedTerm(oneTerm), packedAt, packed)).toBe(placeIn(whole, end))
      }),
      tries,
    )
  })
})
