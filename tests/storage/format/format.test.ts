/** What may lie on the disk: bytes in, documents out, and what is refused. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { decoded, encoded, type FileFormat, maxDocumentBytes } from '../../../src/main/storage/format/fileFormat'
import { jsonDepth, jsonText } from '../../../src/main/storage/format/jsonText'
import { entryFormat } from '../../../src/main/storage/kinds/entryKind'
import { settingsFormat } from '../../../src/main/storage/settings/settingsFormat'
import { sampleEntry } from '../sample'

const refused = (code: string) => expect.objectContaining({ name: 'Failure', code })
const bytes = (text: string) => Buffer.from(text)
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures', name))
const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown

describe('the stored text', () => {
  test('is JSON that gives the same value, whatever the value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('is at most a fiftieth longer than the shortest JSON', () => {
    const entry = sampleEntry({ sections: Array.from({ length: 9 }, () => sampleEntry().sections).flat() })
    expect(encoded(entryFormat, entry).length).toBeLessThan(JSON.stringify(entry).length * 1.02)
  })

  test('counts its depth as the parser sees it', () => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
    fc.assert(fc.property(fc.json(), (text) => jsonDepth(text) === depthOf(JSON.parse(text))))
    expect(jsonDepth('['.repeat(200_000))).toBeGreaterThan(100)
    expect(jsonDepth('"\\\\\\"[[["')).toBe(0)
  })
})

describe('reading', () => {
  test.each(['null', '0', 'false', '""', '', '[]', '{}', '{"schema":"1"}', '{"schema":0}', '{"schema":1}', '\0\0\0\0'])(
    'refuses %j',
    (text) => expect(() => decoded(entryFormat, bytes(text))).toThrow(refused('unreadable')),
  )

  test('refuses what is not UTF-8, and lets a byte order mark pass', () => {
    const text = jsonText(sampleEntry({ title: 'é' }))
    expect(() => decoded(entryFormat, Buffer.from(text, 'latin1'))).toThrow(refused('unreadable'))
    expect(decoded(entryFormat, bytes(`\uFEFF${text}`)).title).toBe('é')
  })

  test('tells a newer schema from damage', () => {
    const newer = { ...sampleEntry(), schema: 2, sections: 'another shape' }
    expect(() => decoded(entryFormat, bytes(JSON.stringify(newer)))).toThrow(refused('newer-schema'))
  })

  test('keeps unknown fields wherever they are', () => {
    const [section] = sampleEntry().sections
    const text = `{"__proto__":{"a":1},"later":[1],${JSON.stringify({ ...sampleEntry(), sections: [{ ...section, mood: 3 }] }).slice(1)}`
    const again = Buffer.from(encoded(entryFormat, decoded(entryFormat, bytes(text)))).toString()
    expect(JSON.parse(again)).toEqual(JSON.parse(text))
    expect(again).toContain('"__proto__"')
  })
})

describe('writing', () => {
  test('refuses what could not be read back', () => {
    const [section] = sampleEntry().sections
    const withAnswer = (answer: { root: unknown }) => sampleEntry({ sections: section ? [{ ...section, answer }] : [] })
    expect(() => encoded(entryFormat, withAnswer({ root: nested(100) }))).toThrow(refused('too-large'))
    expect(() => encoded(entryFormat, withAnswer({ root: nested(9_000) }))).toThrow(refused('too-large'))
    const tooDeep = (depth: number) =>
      bytes(
        JSON.stringify(withAnswer({ root: 0 })).replace('"root":0', `"root":${'['.repeat(depth)}${']'.repeat(depth)}`),
      )
    expect(() => decoded(entryFormat, tooDeep(50))).not.toThrow()
    for (const depth of [100, 200_000])
      expect(() => decoded(entryFormat, tooDeep(depth))).toThrow(refused('unreadable'))
    expect(() => encoded(entryFormat, withAnswer({ root: 'x'.repeat(maxDocumentBytes) }))).toThrow(refused('too-large'))
    expect(() => encoded(entryFormat, sampleEntry({ title: 'x'.repeat(501) }))).toThrow(refused('bad-request'))
  })
})

describe('migrations', () => {
  const older: FileFormat<{ schema: number; words: string[] }> = {
    version: 3,
    schema: z.looseObject({ schema: z.literal(3), words: z.array(z.string()) }),
    migrations: [
      { from: 2, to: 3, migrate: ({ text, ...rest }) => ({ ...rest, words: String(text).split(' ') }) },
      { from: 1, to: 2, migrate: ({ body, ...rest }) => ({ ...rest, text: body }) },
    ],
  }

  test('go a version at a time and keep what they do not know', () => {
    const found = decoded(older, bytes('{"schema":1,"body":"two words","extra":true}'))
    expect(found).toEqual({ schema: 3, words: ['two', 'words'], extra: true })
  })

  test('that are missing or give the wrong shape are refused', () => {
    expect(() => decoded({ ...older, migrations: [] }, bytes('{"schema":2,"text":"a"}'))).toThrow(refused('unreadable'))
    expect(() => decoded({ ...older, migrations: older.migrations.slice(1) }, bytes('{"schema":1}'))).toThrow(
      refused('unreadable'),
    )
  })
})

test('files of version 1 are read for ever', () => {
  const entry = decoded(entryFormat, fixture('entry.v1.json'))
  expect(Buffer.from(encoded(entryFormat, entry))).toEqual(fixture('entry.v1.json'))
  const settings = decoded(settingsFormat, fixture('settings.v1.json'))
  expect(Buffer.from(encoded(settingsFormat, settings))).toEqual(fixture('settings.v1.json'))
})
