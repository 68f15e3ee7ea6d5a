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
  recordKind: 'entry',
  record: entry,
  version: null,
  done: 'left',
  canReturn: false,
  ...more,
})
const own = `entries/2026/2026-03-02-${entry}.json`
const arrived = `quarantine/arrivals/${'0'.repeat(24)}/entries/2026/x.json`
const quarantined = 'quarantine/x.20260302T101010500Z-0a1b2c3d.json'

test.each<[Finding, string[]]>([
  [finding('damaged', own), ['repair']],
  [finding('damaged', 'captures/2026/2026-03-02.json', { recordKind: 'capture', record: null }), ['repair']],
  [
    finding('damaged', `versions/${entry}/1-20260302T101010500Z.json`, { version: '1-20260302T101010500Z' }),
    ['repair'],
  ],
  [finding('damaged', 'settings.json', { recordKind: null, record: null, day: null }), []],
  [finding('duplicate', own), ['repair']],
  [finding('duplicate', `entries/2026/2026-03-02-${idOf(2)}.json`), []],
  [finding('copy', own), ['compare']],
  [finding('copy', 'captures/2026/2026-03-02 (2).json', { recordKind: 'capture', record: null }), ['repair']],
  [finding('copy', 'settings-laptop.json', { recordKind: null, record: null, day: null }), []],
  [finding('missing', `versions/${entry}`, { canReturn: true }), ['bringBack']],
  [finding('missing', `versions/${entry}`), []],
  [finding('quarantined', quarantined, { done: 'replaced' }), ['showText', 'dismissFile']],
  [finding('quarantined', quarantined, { done: 'aside', canReturn: true }), ['bringBack', 'showText', 'dismissFile']],
  [finding('rolled-back', own), ['history', 'backups', 'dismiss']],
  [finding('rolled-back', 'settings.json', { recordKind: null, record: null, day: null }), ['backups', 'dismiss']],
  [finding('gone', own), ['backups', 'dismiss']],
  [finding('gone', 'captures/2026/2026-03-02.json', { recordKind: 'capture', record: null }), ['backups', 'dismiss']],
  [finding('versions-gone', `versions/${entry}`), ['backups', 'dismiss']],
  [finding('versions-gone', 'versions', { record: null, day: null }), ['backups', 'dismiss']],
  [finding('arrived', arrived, { recordKind: null, record: null, day: null }), ['showText', 'dismissFile']],
  [
    finding('arrived', 'captures/inbox/x.json', { recordKind: null, record: null, day: null }),
    ['showText', 'dismissFile'],
  ],
  [finding('damaged', arrived, { recordKind: null, record: null, day: null }), ['dismissFile']],
  [finding('newer', own), []],
  [finding('foreign', 'list.txt', { recordKind: null, record: null, day: null }), []],
  [finding('unreachable', own), []],
  [finding('elsewhere', own), []],
  [finding('sealed', `sealed/${own}`), ['openSealed']],
  [finding('second-lock', 'lock (1).json', { recordKind: null, record: null, day: null }), ['openSealed']],
])('%j has the ways %j', (found, kinds) => {
  expect(repairOptionsOf(found).map(({ kind }) => kind)).toEqual(kinds)
})

test.each([
  finding('rolled-back', own),
  finding('gone', 'captures/2026/2026-03-02.json', { recordKind: 'capture', record: null }),
  finding('gone', 'settings.json', { recordKind: null, record: null, day: null }),
  finding('versions-gone', 'versions', { record: null, day: null }),
])('main takes what is dismissed of %j', (found) => {
  const option = repairOptionsOf(found).find(({ kind }) => kind === 'dismiss')
  const { recordKind: kind, record, day } = found
  expect(option).toEqual({ kind: 'dismiss', place: { kind, record, day } })
  expect(requestSchemas['health.dismiss'].safeParse({ kind, record, day }).success).toBe(true)
})

test('a version is repaired as that version, and main takes what is asked', () => {
  const version = 'copy-1-20260302T101010500Z-0a1b2c3d'
  const [option] = repairOptionsOf(finding('damaged', `versions/${entry}/${version}.json`, { version, day: null }))
  expect(option).toEqual({
    kind: 'repair',
    what: { kind: 'entry', record: entry, version, day: null },
  })
  expect(requestSchemas['health.repair'].safeParse(option?.kind === 'repair' ? option.what : null).success).toBe(true)
})
