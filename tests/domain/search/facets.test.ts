/** What is known of a text besides its words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newCapture } from '#shared/domain/capture/capture'
import { isCaptureRow } from '#shared/domain/capture/captureRow'
import { describedCapture } from '#shared/domain/capture/describedCapture'
import type { StoredAnswer } from '#shared/domain/entry/entry'
import { factsOf } from '#shared/domain/search/facets'
import { section } from '../entries'

const of = (text: string, answer: StoredAnswer = { root: {} }, title = '') =>
  factsOf({ title, sections: [section({ text, answer, question: 'In #which of @them?' })] })
const root = (...children: unknown[]): StoredAnswer => ({ root: { type: 'root', children } })
const check = { type: 'list', listType: 'check', children: [{ type: 'listitem', checked: true, children: [] }] }
const link = { type: 'link', url: 'https://x.example', children: [{ type: 'text', text: 'here' }] }

test('tags and people are those of title and answers, folded, each once', () => {
  expect(of('A #Rétro with @Dana, #retro; mail a@b.c C#x', undefined, '#Título @Dana')).toEqual({
    tags: ['titulo', 'retro'],
    people: ['dana'],
    hasLink: false,
    hasTask: false,
  })
})

test('of an answer that is empty nothing counts', () => {
  expect(of(' \n').tags).toEqual([])
})

describe('links and tasks', () => {
  test.each([
    ['nothing', root({ type: 'paragraph', children: [{ type: 'text', text: 'link check' }] }), false, false],
    ['a link', root({ type: 'paragraph', children: [link] }), true, false],
    ['a task', root(check), false, true],
    ['both, within a quote', root({ type: 'quote', children: [check, link] }), true, true],
    ['a list without tasks', root({ type: 'list', listType: 'bullet', children: check.children }), false, false],
    ['a task list without an item', root({ type: 'list', listType: 'check', children: [] }), false, false],
  ])('%s', (_, answer, hasLink, hasTask) => {
    expect(of('words', answer)).toMatchObject({ hasLink, hasTask })
  })

  test('an address that is written out is a link', () => {
    expect(of('see HTTPS://x.example now').hasLink).toBe(true)
    expect(of('see http:// or x.example').hasLink).toBe(false)
  })

  test('are looked for in anything, however deep', () => {
    let deep: unknown = link
    for (let level = 0; level < 100_000; level += 1) deep = { children: [deep] }
    expect(of('words', root(deep)).hasLink).toBe(true)
    for (const children of [null, 'link', { length: 3 }, [null, [link], 1, undefined]]) {
      expect(of('words', { root: { type: 'root', children } }).hasLink).toBe(false)
    }
    fc.assert(fc.property(fc.anything(), (anything) => typeof of('words', { root: anything }).hasTask === 'boolean'))
  })
})

test('a capture has the tags and people that are stored with it', () => {
  const now = { at: '2026-03-03T01:30:00.000Z', zone: 'UTC' }
  const capture = newCapture({
    id: '01900000-0000-7000-8000-000000000001',
    now,
    dayEnds: '00:00',
    kind: 'win',
    text: '#ship it with @ann https://x.example',
  })
  const { facts, row } = describedCapture(capture)
  expect(facts).toEqual({ tags: capture.tags, people: capture.people, hasLink: true, hasTask: false })
  expect(isCaptureRow(row) && row.captureKind).toBe('win')
  expect(isCaptureRow({ ...row, kind: 'gone' })).toBe(false)
  expect(isCaptureRow({ ...row, kind: 'entry' })).toBe(false)
})
