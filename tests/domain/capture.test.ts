import { describe, expect, test } from 'vitest'
import { captureSchema, compareCaptures, newCapture } from '#shared/domain/capture'

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
