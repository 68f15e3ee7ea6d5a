import { describe, expect, test } from 'vitest'
import { draftSchema } from '#shared/contract/captures'
import { captureSchema, compareCaptures, newCapture, rewritten } from '#shared/domain/capture/capture'

const id = '01900000-0000-7000-8000-000000000001'
const now = { at: '2026-03-03T01:30:00.000Z', zone: 'Europe/Berlin' }
const caught = (text: string, dayEnds = '00:00') => newCapture({ id, now, dayEnds, kind: 'win', text })

describe('a capture', () => {
  test('belongs to the civil day it came on, as the person ends their days', () => {
    expect(caught('x').day).toBe('2026-03-03')
    expect(caught('x', '04:00').day).toBe('2026-03-02')
  })

  test('keeps its words to the letter, without the spaces around them', () => {
    const text = 'Line one\n\t- *not* a list \u202e 🙂'
    expect(caught(`  ${text}\n`).text).toBe(text)
    expect(captureSchema.safeParse(caught(text)).success).toBe(true)
  })

  test('its lines end in one way, also when it is written anew', () => {
    expect(caught('\r\na\r\nb\rc\nd\r').text).toBe('a\nb\nc\nd')
    expect(rewritten(caught('a'), { kind: 'note', text: 'a\r\n\r#b\r\nc' })).toMatchObject({
      text: 'a\n\n#b\nc',
      tags: ['b'],
    })
  })

  test.each(['x', 'é', '語', '😀', '𠮷'])('has at most 10,000 characters, whatever they take: %s', (character) => {
    for (const [characters, fits] of [
      [10_000, true],
      [10_001, false],
    ] as const) {
      const text = `${character.repeat(characters - 1)}#`
      expect(captureSchema.safeParse(caught(text)).success).toBe(fits)
      expect(captureSchema.safeParse({ ...caught('a'), tags: [text] }).success).toBe(fits)
      expect(draftSchema.safeParse({ kind: 'note', text }).success).toBe(fits)
    }
  })

  test.each([
    ['Thanks @Dana for the #retro-notes, @Dana', ['retro-notes'], ['Dana']],
    ['#été @Müller_2 #日本', ['été', '日本'], ['Müller_2']],
    ['mail me@a.example, see https://a.example/#top and C#', [], []],
    ['(#a) "#b", ##c @@d', ['a', 'b'], []],
    ['# heading @ home', [], []],
  ])('knows its tags and people: %s', (text, tags, people) => {
    expect(caught(text)).toMatchObject({ tags, people })
  })

  test('comes in the order it was caught', () => {
    const later = { ...caught('later'), created: { ...now, at: '2026-03-03T01:31:00.000Z' } }
    expect([later, caught('x')].sort(compareCaptures).map(({ text }) => text)).toEqual(['x', 'later'])
  })
})
