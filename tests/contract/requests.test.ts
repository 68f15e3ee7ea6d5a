import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RequestName, requestNames } from '#shared/contract/channels'
import { requestSchemas } from '#shared/contract/requests'
import { entryIdSchema } from '#shared/domain/entry/entry'
import { runs } from '../effort'
import { anyJunk, fixedJunk } from './junk'
import { sampleId, samples } from './samples'

const accepts = (name: RequestName, request: unknown) => requestSchemas[name].safeParse(request).success
const withFields = requestNames.filter((name) => samples[name] !== undefined)
const withoutFields = requestNames.filter((name) => samples[name] === undefined)

/** As the other side of the bridge gets it. */
const crossed = (value: unknown): unknown => structuredClone(value)

describe.each(requestNames)('%s', (name) => {
  test('takes its good sample and hands it on unchanged', () => {
    expect(requestSchemas[name].parse(crossed(samples[name]))).toEqual(samples[name])
  })

  test('refuses junk', () => {
    // These few fit a schema that asks for little.
    const fitting: Partial<Record<RequestName, (junk: unknown) => boolean>> = {
      'settings.change': (junk) => isEmptyObject(junk),
    }
    for (const junk of fixedJunk) {
      if (fitting[name]?.(junk)) continue
      expect(accepts(name, crossed(junk)), String(name)).toBe(false)
    }
  })

  test('never throws, and what it takes at random has exactly its own fields', () => {
    fc.assert(
      fc.property(anyJunk, (junk) => {
        const result = requestSchemas[name].safeParse(junk)
        if (!result.success) return
        const allowed = Object.keys(Object(samples[name]))
        for (const key of Object.keys(Object(result.data))) expect(allowed).toContain(key)
        expect(Object.getPrototypeOf(Object(result.data))).toBe(Object.prototype)
      }),
      { numRuns: runs({ all: 200, deep: 10_000 }) },
    )
  })
})

test('a request without fields takes nothing else', () => {
  for (const name of withoutFields) {
    for (const junk of [null, {}, [], 0, '', false]) expect(accepts(name, junk), name).toBe(false)
  }
})

describe.each(withFields)('%s, its sample spoilt', (name) => {
  const sample = () => ({ ...Object(crossed(samples[name])) })
  const fields = Object.keys(Object(samples[name]))

  test('with one field more', () => {
    for (const extra of ['extra', 'schema', 'revision', 'constructor', 'prototype', 'toString'])
      expect(accepts(name, { ...sample(), [extra]: 1 }), extra).toBe(false)
  })

  test('with a prototype smuggled in', () => {
    const smuggled = JSON.parse(JSON.stringify(sample()).replace('{', '{"__proto__":{"polluted":true},'))
    const result = requestSchemas[name].safeParse(smuggled)
    if (result.success) {
      expect(Object.keys(Object(result.data))).not.toContain('__proto__')
      expect(Object(result.data).polluted).toBeUndefined()
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted')
  })

  // Each field of a change of settings may be left out.
  if (name !== 'settings.change')
    test('with a field less', () => {
      for (const field of fields) {
        const { [field]: _, ...rest } = sample()
        expect(accepts(name, rest), field).toBe(false)
      }
    })

  test('with a value of another type in each field', () => {
    for (const field of fields)
      for (const value of [Symbol.iterator.toString, {}, [], Number.NaN, 1.5, new Date(0)])
        expect(accepts(name, { ...sample(), [field]: value }), `${field}: ${String(value)}`).toBe(false)
  })

  test('with its fields inherited and not its own', () => {
    expect(accepts(name, crossed(Object.create(sample())))).toBe(name === 'settings.change')
  })
})

describe('an entry to save', () => {
  const entry = samples['entries.save']
  const saves = (part: object) => accepts('entries.save', { ...entry, ...part })
  const [section] = entry.sections

  test.each([
    ['a title of 501 characters', { title: 'x'.repeat(501) }],
    ['no section', { sections: [] }],
    ['201 sections', { sections: Array(201).fill(section) }],
    ['a question of 2,001 characters', { sections: [{ ...section, question: 'x'.repeat(2001) }] }],
    ['an unknown practice', { sections: [{ ...section, practice: 'magic' }] }],
    ['a plain text of the page', { sections: [{ ...section, text: 'lies' }] }],
    ['an answer that is null', { sections: [{ ...section, answer: null }] }],
    ['an answer without a root', { sections: [{ ...section, answer: {} }] }],
    ['an answer that is a list', { sections: [{ ...section, answer: [] }] }],
    ['a base of its own counting', { base: 1.5 }],
    ['a base below nothing', { base: -1 }],
    ['a revision', { revision: 3 }],
    ['an instant', { updated: { at: '2026-03-02T00:00:00Z', zone: 'UTC' } }],
    ['a day that is none', { day: '2026-02-29' }],
    ['a file name for an id', { id: 'index.json' }],
  ])('is refused with %s', (_, part) => {
    expect(saves(part)).toBe(false)
  })

  test('is taken with the most that is allowed', () => {
    expect(saves({ title: 'x'.repeat(500), sections: Array(200).fill(section), base: 2 ** 40 })).toBe(true)
  })
})

test('an id is a UUID of version 7 in lower case and nothing around it', () => {
  expect(entryIdSchema.safeParse(sampleId).success).toBe(true)
  for (const id of [sampleId.replace('0001', 'ABCD'), `${sampleId}\n`, ` ${sampleId}`, `${sampleId}/..`])
    expect(entryIdSchema.safeParse(id).success, id).toBe(false)
})

test('12 MB of text are the most that is copied at once', () => {
  expect(accepts('text.copy', { text: 'x'.repeat(12_000_000) })).toBe(true)
  expect(accepts('text.copy', { text: 'x'.repeat(12_000_001) })).toBe(false)
})

test('a change of the settings can not change their schema', () => {
  expect(accepts('settings.change', { schema: 1 })).toBe(false)
  expect(accepts('settings.change', {})).toBe(true)
})

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0 && !Array.isArray(value)
}
