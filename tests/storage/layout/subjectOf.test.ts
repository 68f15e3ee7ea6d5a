/** What a file is of follows from its place: one answer for all places of a record, a day, the settings, and no two of them alike. */
import { expect, test } from 'vitest'
import { kinds } from '../../../src/main/storage/kinds/kinds'
import { subjectOf } from '../../../src/main/storage/layout/subjectOf'
import { madeUpKind, withKind } from '../kinds/madeUpKind'
import { madeUpLog } from '../kinds/madeUpLog'
import { sampleId } from '../sample'

const [one, other] = [sampleId(1), sampleId(2)]
const instant = '20260302T172140500Z'
const aside = `${instant}-0123abcd`
const ofPath = (path: string, of = kinds) => subjectOf(of, path.split('/'))

const places: Record<string, readonly string[]> = {
  [`record ${one}`]: [
    `entries/2026/2026-03-02-${one}.json`,
    `entries/2025/2025-12-31-${one}.json`,
    `entries/2026/2026-03-02-${one} (conflicted copy).json`,
    `entries/2026/2026-03-02-${one}.sync-conflict-20260302-101010-ABCDEFG.json`,
    `entries/2026/2026-03-02-${one}.unsealed-0123abcd.json`,
    `versions/${one}/3-${instant}.json`,
    `versions/${one}/copy-3-${aside}.json`,
    `versions/${one}/anything (1).json`,
    `trash/2026-03-02-${one}.${instant}.json`,
    `trash/2026-03-02-${one}.${instant} (1).json`,
    `quarantine/2026-03-02-${one}.${aside}.json`,
    `quarantine/settled/2026-03-02-${one} (1).${aside}.json`,
  ],
  settings: [
    'settings.json',
    'settings (conflicted copy).json',
    `versions/settings/${aside}.json`,
    `quarantine/settings.${aside}.json`,
  ],
  'day capture 2026-03-02': [
    'captures/2026/2026-03-02.json',
    'captures/2026/2026-03-02 (conflicted copy).json',
    `versions/captures/2026-03-02.${aside}.json`,
    `quarantine/2026-03-02.${aside}.json`,
    `quarantine/settled/2026-03-02.${aside}.json`,
  ],
}

test.each(Object.entries(places))('%s', (subject, paths) => {
  for (const path of paths) expect(ofPath(path), path).toBe(subject)
})

test('what is none of a record is of its own path', () => {
  for (const path of [
    'trash/ages.json',
    'trash/capture-ages.json',
    `captures/inbox/${one}.json`,
    `entries/inbox/${one}.json`,
    `entries/2026/deeper/2026-03-02-${one}.json`,
    `entries/2026-03-02-${one}.json`,
    `captures/2026/${one}.json`,
    `elsewhere/2026/2026-03-02-${one}.json`,
    'versions/settings/deeper/one.json',
    'quarantine/of somebody.json',
    'entries/2026/notes.txt',
  ])
    expect(ofPath(path)).toBe(`path ${path}`)
  // The same letters, as two systems write them.
  expect(ofPath('entries/Gr\u00fc\u00dfe.txt')).toBe(ofPath('entries/Gru\u0308\u00dfe.txt'))
})

test.each([true, false])('a further kind is known by its general rule; dated: %s', (isDated) => {
  const of = withKind(madeUpKind(isDated))
  const name = isDated ? `2026-03-02-${other}` : other
  for (const path of [
    isDated ? `keepsakes/2026/${name}.json` : `keepsakes/${name}.json`,
    `versions/keepsakes/${other}/1-${instant}.json`,
    `trash/keepsakes/${name}.${instant}.json`,
    `quarantine/${name}.${aside}.json`,
  ])
    expect(ofPath(path, of), path).toBe(`record ${other}`)
  expect(ofPath(`versions/${one}/1-${instant}.json`, of)).toBe(`record ${one}`)
})

test('two kinds with a file for each day have days of their own', () => {
  const of = withKind(madeUpLog)
  for (const path of [
    `${madeUpLog.folder}/2026/2026-03-02.json`,
    `${madeUpLog.folder}/2026/2026-03-02 (conflicted copy).json`,
    `versions/${madeUpLog.folder}/2026-03-02.${aside}.json`,
  ])
    expect(ofPath(path, of), path).toBe(`day ${madeUpLog.name} 2026-03-02`)
  expect(ofPath('captures/2026/2026-03-02.json', of)).toBe('day capture 2026-03-02')
})
