import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { repository } from '../../scripts/runtime/repository'

/** `npm start` with an Electron that writes a line and ends. */
function start(line: string, code: number, env: NodeJS.ProcessEnv = {}) {
  const dist = mkdtempSync(join(tmpdir(), 'throughline-dist-'))
  onTestFinished(() => rmSync(dist, { recursive: true }))
  writeFileSync(join(dist, 'electron'), `#!/bin/sh\necho '${line}' >&2\nexit ${code}\n`)
  chmodSync(join(dist, 'electron'), 0o755)
  const command = [join(repository, 'node_modules/tsx/dist/cli.mjs'), join(repository, 'scripts/start.ts'), '--version']
  return spawnSync(process.execPath, command, {
    encoding: 'utf8',
    env: { ...process.env, THROUGHLINE_RUNTIME: undefined, ELECTRON_OVERRIDE_DIST_PATH: dist, ...env },
  })
}

const lacksLibrary = 'electron: error while loading shared libraries: libnss3.so: cannot open shared object file'

test.skipIf(process.platform === 'win32')('what Electron lacks is said, and the stand-in takes its place', () => {
  const { status, stdout, stderr } = start(lacksLibrary, 127)
  expect(stderr).toContain('Electron needs libnss3.so, which is not installed here')
  expect(stderr).toContain('this is the stand-in')
  expect([status, stdout]).toEqual([0, '0.1.0\n'])
})

test.skipIf(process.platform === 'win32')(
  'where Electron is asked for, or the app itself failed, nothing takes its place',
  () => {
    const asked = start(lacksLibrary, 127, { THROUGHLINE_RUNTIME: 'electron' })
    expect([asked.status, asked.stdout]).toEqual([127, ''])
    expect(asked.stderr).toContain('Electron needs libnss3.so')
    const failed = start('throughline: no', 1)
    expect([failed.status, failed.stdout]).toEqual([1, ''])
    expect(failed.stderr).not.toContain('stand-in')
  },
)
