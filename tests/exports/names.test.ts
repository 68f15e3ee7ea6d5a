/** File names that every system takes: never empty, never reserved, never two alike, whatever a title says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createExportNames, exportedThing, exportName } from '#shared/domain/export/exportName'
import { hostileText } from '../document/arbitraries'
import { checkMany } from '../document/checkMany'
import { idOf } from '../services/made'

const named = (title: string, part: { firstWords?: string; id?: string } = {}) => ({
  kind: 'entry',
  day: '2026-11-24',
  title,
  firstWords: '',
  template: 'daily',
  id: idOf(1),
  ...part,
})

/** What Windows keeps for itself, also before an extension, with the superscript digits it takes for digits. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i

function expectSafe(name: string): void {
  expect(name).toMatch(/^\d{4}-\d{2}-\d{2}-[\p{L}\p{N}\p{M}-]+-[0-9a-f-]{8,36}\.md$/u)
  expect(name).toBe(name.normalize('NFC'))
  expect(name).not.toMatch(reserved)
  // Nothing that can't be seen, that turns the line round, or that a file system refuses.
  expect(name).not.toMatch(/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}/\\:*?"<>|]/u)
  expect(name).not.toMatch(/[. ]$/)
  const slug = name.slice('2026-11-24-'.length).replace(/-[0-9a-f]{8}\.md$/, '')
  expect(slug).not.toBe('')
  expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(80)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
}

const title = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'CON',
      'nul',
      'COM¹',
      'lpt9.txt',
      '..',
      '.',
      '/',
      '\\',
      '~',
      '-',
      'a/../../etc',
      '\u202egpj.exe',
      'ﷺ'.repeat(30),
    ),
  },
)

test('a name is safe whatever the title and the first words are', () => {
  checkMany(
    'export names',
    fc.tuple(title, title),
    ([given, firstWords]) => {
      expectSafe(exportName(named(given, { firstWords })))
      // Without a title the first words count, without words the template.
      expectSafe(exportName(named('', { firstWords: given })))
    },
    { all: 2_000, deep: 50_000 },
  )
})

test('no two names of one export are alike on a disk that folds case', () => {
  const twins = fc.array(
    fc.tuple(
      fc.constantFrom('STRASSE', 'straße', 'Σίσυφος', 'ΣΊΣΥΦΟΣ', 'é', 'e\u0301', 'ſet', 'set', 'I', 'ı', 'i'),
      fc.constantFrom(1, 1, 2),
    ),
    { maxLength: 12 },
  )
  checkMany(
    'export names that meet',
    twins,
    (entries) => {
      const nameOf = createExportNames()
      // Few short ids, and yet each entry has an id of its own.
      const names = entries.map(([given, short], at) =>
        nameOf(named(given, { id: `0190${at.toString(16).padStart(4, '0')}-0000-7000-8000-00000000000${short}` })),
      )
      const folded = names.map((name) => name.normalize('NFC').toUpperCase().toLowerCase())
      expect(new Set(folded).size).toBe(names.length)
    },
    { all: 500, deep: 10_000 },
  )
})

test('a name says whose it is, whatever the title was', () => {
  checkMany('whose a file is', fc.tuple(title, fc.nat(99)), ([given, revision]) => {
    const name = exportName(named(given))
    expect(exportedThing(name)).toBe('00000001')
    expect(exportedThing(name.replace('.md', `-r${revision}.md`))).toBe('00000001')
  })
  expect(exportedThing(`2026-11-24-a-${idOf(1)}.md`)).toBe(idOf(1))
  expect(exportedThing('2026-11-24-captures-r2.md')).toBe('2026-11-24-captures')
  for (const other of [
    'notes.md',
    'a-00000001.md',
    '2026-11-24-a-0000001.md',
    '2026-11-24-a-00000001.txt',
    '2026-11-24-captured.md',
  ])
    expect(exportedThing(other)).toBeNull()
})

describe('a name', () => {
  test.each([
    ['The week the ledger moved', '2026-11-24-the-week-the-ledger-moved-00000001.md'],
    ['Überraschung: 3 Fälle & 1 Lösung!', '2026-11-24-überraschung-3-fälle-1-lösung-00000001.md'],
    ['日本語の題', '2026-11-24-日本語の題-00000001.md'],
    ['../../etc/passwd', '2026-11-24-etc-passwd-00000001.md'],
    ['CON', '2026-11-24-con-00000001.md'],
    ['🙂', '2026-11-24-daily-00000001.md'],
    ['', '2026-11-24-daily-00000001.md'],
  ])('of %j is %s', (given, expected) => {
    expect(exportName(named(given))).toBe(expected)
  })

  test('is the same in every export', () => {
    const entry = named('Twice')
    expect(createExportNames()(entry)).toBe(createExportNames()(entry))
    expect(exportName(entry)).toBe(exportName({ ...entry }))
  })

  test('is cut at a whole sign', () => {
    const family = '👩‍👩‍👧'
    const name = exportName(named(`${'é'.repeat(39)}${'e\u0301'.repeat(3)}${family}`))
    expectSafe(name)
    expect(name).toBe(`2026-11-24-${'é'.repeat(40)}-00000001.md`)
  })
})
