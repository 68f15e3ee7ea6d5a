import { expect, test } from 'vitest'
import { repairOptionsOf } from '../../../src/renderer/features/health/repairOptions'
import { requestSchemas } from '../../../src/shared/contract/requests'
import type { Finding } from '../../../src/shared/domain/health/finding'
import { idOf } from '../../services/made'

const entry = idOf(1)
const finding = (kind: Finding['kind'], file: string, more: Partial<Finding> = {}): Finding => ({
  kind,
  file,
  day: '2026-03-02',
  entry,
  done: 'left',
  canReturn: false,
  ...more,
})
const own = `entries/2026/2026-03-02-${entry}.json`
const quarantined = 'quarantine/x.20260302T101010500Z-0a1b2c3d.json'

test.each<[Finding, string[]]>([
  [finding('damaged', own), ['mend']],
  [finding('damaged', 'captures/2026/2026-03-02.json', { entry: null }), ['mend']],
  [finding('damaged', `versions/${entry}/1-20260302T101010500Z.json`), ['mend']],
  [finding('damaged', 'settings.json', { entry: null, day: null }), []],
  [finding('duplicate', own), ['mend']],
  [finding('duplicate', `entries/2026/2026-03-02-${idOf(2)}.json`), []],
  [finding('copy', own), ['compare']],
  [finding('copy', 'captures/2026/2026-03-02 (2).json', { entry: null }), ['mend']],
  [finding('copy', 'settings-laptop.json', { entry: null, day: null }), []],
  [finding('missing', `versions/${entry}`, { canReturn: true }), ['bringBack']],
  [finding('missing', `versions/${entry}`), []],
  [finding('quarantined', quarantined, { done: 'replaced' }), ['showText', 'settle']],
  [finding('quarantined', quarantined, { done: 'aside', canReturn: true }), ['bringBack', 'showText', 'settle']],
  [finding('newer', own), []],
  [finding('foreign', 'list.txt', { entry: null, day: null }), []],
  [finding('unreachable', own), []],
])('%j has the ways %j', (found, kinds) => {
  expect(repairOptionsOf(found).map(({ kind }) => kind)).toEqual(kinds)
})

test('a version is mended as that version, and main takes what is asked', () => {
  const [option] = repairOptionsOf(finding('damaged', `versions/${entry}/copy-1-20260302T101010500Z-0a1b2c3d.json`))
  expect(option).toEqual({
    kind: 'mend',
    what: { entry, version: 'copy-1-20260302T101010500Z-0a1b2c3d', day: null },
  })
  expect(requestSchemas['health.mend'].safeParse(option?.kind === 'mend' ? option.what : null).success).toBe(true)
})
