import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeLink } from '#shared/document/linkPolicy'
import { withoutSigns } from '#shared/domain/search/query/searchTerms'
import { withoutEnd } from '#shared/domain/text/withoutEnd'

test('what an expression would take off, characters of two halves and lone halves too', () => {
  const unit = fc.constantFrom('a', ' ', '.', '*', '😀', '\ud83d', '\ude00', '\u0301', '\n')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
      for (const sign of [/[ .\n]/, /\*/, /[^\p{L}\p{M}]/u, /\p{Cs}/u, /\s/])
        expect(withoutEnd(text, sign)).toBe(text.replace(new RegExp(`${sign.source}+$`, sign.flags), ''))
    }),
  )
})

test('a link and a word lose what is around them as before', () => {
  expect(safeLink(' \r\n\thttps://a.example \t\r\n')).toBe('https://a.example')
  expect(withoutSigns('«“C++”, (50%)!»')).toBe('C++”, (50%')
  expect(withoutSigns('…!?')).toBe('')
})
