import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockHolder } from '../../../src/main/system/lockHolder'

function folderWith(link: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  if (link !== null) symlinkSync(link, join(folder, 'SingletonLock'))
  return folder
}

const gone = spawnSync(process.execPath, ['-e', '']).pid

test.skipIf(process.platform === 'win32').each([
  ['a process of this computer', `${hostname()}-${process.pid}`, { kind: 'running' }],
  ['one that is gone', `${hostname()}-${gone}`, { kind: 'none' }],
  [
    'another computer, also with dashes and a living number',
    `a-b-${process.pid}`,
    { kind: 'elsewhere', computer: 'a-b' },
  ],
  ['no one', null, { kind: 'none' }],
  ['what is no lock', 'elsewhere', { kind: 'none' }],
])('the lock is of %s', (_whose, link, holder) => {
  expect(lockHolder(folderWith(link), 'linux')).toEqual(holder)
})

test('Windows has no file for it', () => {
  expect(lockHolder(folderWith(null), 'win32')).toEqual({ kind: 'running' })
})
