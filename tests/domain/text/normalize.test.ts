/** Normalizing makes spelling variants equal, keeps different letters apart, and knows where everything was. */

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { normalize, normalizeWithMap } from '#shared/domain/text/normalize'
import { deep } from '../../effort'

/** Text as people type it, in every script, with characters in composed and decomposed form. */
const written = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 4 }).map((text) => text.normalize('NFD')),
      fc.constantFrom(
        'ß',
        'ẞ',
        'İ',
        'ı',
        'ﬁ',
        'Σ',
        'ς',
        '’',
        '–',
        '\u00ad',
        '\u200b',
        'e\u0301',
        'ｶﾞ',
        '각',
        '각'.normalize('NFD'),
        '👩‍💻',
        '❤️',
        '½',
        ' ',
        '\n',
      ),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''))

describe('normalizing', () => {
  test.each([
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Crème Brûlée', 'creme brulee'],
    ['Cre\u0300me', 'creme'],
    ['Łódź, Ørsted, Æther, Œuvre, þorn, Đurđa, ħ', 'lodz, orsted, aether, oeuvre, thorn, durda, h'],
    ['İstanbul IĞDIR ısı', 'istanbul igdir isi'],
    ['Σίσυφος ΣΊΣΥΦΟΣ', 'σισυφοσ σισυφοσ'],
    ['Ёлка Йод', 'елка иод'],
    ['ﬁne Ⅷ ＡＢＣ', 'fine viii abc'],
    ['don’t — “x”', 'don\'t - "x"'],
    ['soft\u00adhyphen zero\u200bwidth', 'softhyphen zerowidth'],
    ['مُحَمَّد أحمد محمـــد', 'محمد احمد محمد'],
    ['שָׁלוֹם', 'שלום'],
    ['ｶﾞｷﾞ ガギ', 'ガギ ガギ'],
    ['회의'.normalize('NFD'), '회의'],
    ['가\u11a8', '각'],
  ])('%s', (text, normalized) => {
    expect(normalize(text)).toBe(normalized)
  })

  test.each([
    ['が', 'か'],
    ['ぱ', 'は'],
    ['कि', 'का'],
    ['각', '가'],
    ['東', '京'],
    ['1', '2'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(normalize(one)).not.toBe(normalize(other))
    expect(normalize(one.normalize('NFD'))).not.toBe(normalize(other.normalize('NFD')))
  })

  it('makes case and normal forms of each character equal, and is stable', () => {
    // Vowels of the Kirat Rai script compose with each other across characters; nothing else does.
    const apart = new Set([0x16d68, 0x16d69, 0x16d6a])
    const last = deep ? 0x10ffff : 0x2fff
    const wrong: string[] = []
    for (let code = 0; code <= last; code += 1) {
      if ((code >= 0xd800 && code <= 0xdfff) || apart.has(code)) continue
      const character = String.fromCodePoint(code)
      const normalized = normalize(character)
      const variants = [
        normalized,
        character.toUpperCase(),
        character.toLowerCase(),
        character.normalize('NFC'),
        character.normalize('NFD'),
        character.normalize('NFKC'),
      ]
      if (variants.some((variant) => normalize(variant) !== normalized)) wrong.push(`U+${code.toString(16)}`)
    }
    expect(wrong).toEqual([])
  })

  it('makes case and normal forms of any text equal', () => {
    fc.assert(
      fc.property(written, (text) => {
        for (const form of ['NFC', 'NFD'] as const) expect(normalize(text.normalize(form))).toBe(normalize(text))
        expect(normalize(text.toUpperCase())).toBe(normalize(text))
        expect(normalize(text.toLowerCase())).toBe(normalize(text))
      }),
    )
  })
})

describe('the map back', () => {
  it('belongs to the same normalized text', () => {
    fc.assert(
      fc.property(fc.oneof(written, fc.string({ unit: 'binary' })), (text) => {
        expect(normalizeWithMap(text).text).toBe(normalize(text))
      }),
    )
  })

  it('leads from every range to the shortest original that normalizes to it', () => {
    fc.assert(
      fc.property(written, fc.nat(), fc.nat(), (text, one, other) => {
        const normalized = normalizeWithMap(text)
        fc.pre(normalized.text.length > 0)
        const start = one % normalized.text.length
        const end = start + 1 + (other % (normalized.text.length - start))
        const range = normalized.originalRange(start, end)
        expect(0 <= range.start && range.start < range.end && range.end <= text.length).toBe(true)
        const original = Array.from(
          new Intl.Segmenter('en').segment(text.slice(range.start, range.end)),
          (part) => part.segment,
        )
        expect(normalize(original.join(''))).toContain(normalized.text.slice(start, end))
        // Without its first or last character it is not all there any more, unless those were left out by normalizing.
        for (const shorter of [original.slice(1), original.slice(0, -1)]) {
          const missing = normalize(original.join('')).length > normalize(shorter.join('')).length
          if (missing && normalize(original.join('')) === normalized.text.slice(start, end)) {
            expect(normalize(shorter.join(''))).not.toContain(normalized.text.slice(start, end))
          }
        }
      }),
    )
  })

  test.each([
    ['Die Straße dort', 'strasse', 'Straße'],
    ['Die Straße dort', 'stras', 'Straß'],
    ['Die Straße dort', 'se', 'ße'],
    ['un cafe\u0301 noir', 'cafe', 'cafe\u0301'],
    ['un café noir', 'cafe', 'café'],
    ['\u200bwe\u00adek\u00ad end', 'week', 'we\u00adek\u00ad'],
    ['ﬁrst ﬁnd', 'find', 'ﬁnd'],
    ['a 👩‍💻 wins', 'wins', 'wins'],
    ['İİİ target', 'target', 'target'],
    ['회의실'.normalize('NFD'), '의', '의'.normalize('NFD')],
  ])('in %s finds %s as %s', (text, word, original) => {
    const normalized = normalizeWithMap(text)
    const at = normalized.text.indexOf(word)
    const { start, end } = normalized.originalRange(at, at + word.length)
    expect(text.slice(start, end)).toBe(original)
  })
})
