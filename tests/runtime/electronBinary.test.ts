import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { electronIn } from '../../scripts/runtime/electronBinary'

/** Electron's package with what its first run leaves, in the order in which it does. */
function unpacked(...files: readonly (readonly [name: string, text: string])[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-electron-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'package.json'), '{ "version": "45.4.1" }')
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  return folder
}

const whole = [
  ['dist/electron', ''],
  ['dist/version', '45.4.1\n'],
  ['path.txt', 'electron'],
] as const

test('a folder that was unpacked to its end is Electron', () => {
  expect(electronIn(unpacked(...whole))).toMatchObject({ kind: 'electron', version: '45.4.1', folder: null })
})

test.each([
  ['nothing', []],
  ['the program alone, cut off there', whole.slice(0, 1)],
  ['all of the program, but not the last word that it is whole', whole.slice(0, 2)],
  [
    'another version',
    [
      ['dist/electron', ''],
      ['dist/version', 'v44.0.0'],
      ['path.txt', 'electron'],
    ],
  ],
  ['a whole one whose program was deleted', whole.slice(1)],
] as const)('%s is not', (_what, files) => {
  expect(electronIn(unpacked(...files))).toBeNull()
})
