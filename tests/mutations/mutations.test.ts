/** Takes out one guard after the other, in a copy of the sources, and demands that a test notices. A guard that nobody misses is no guard. */
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { repository } from '../../scripts/runtime/repository'
import { deep } from '../effort'
import { guards } from './guards'

const run = promisify(execFile)

const copy = mkdtempSync(join(tmpdir(), 'throughline-mutations-'))
afterAll(() => rmSync(copy, { recursive: true, force: true }))

for (const name of deep ? ['src', 'tests', 'scripts', 'package.json', 'tsconfig.json'] : [])
  cpSync(join(repository, name), join(copy, name), { recursive: true })
if (deep) symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'))

/** How many tests of the file fail. Throws when they did not run. */
async function failures(file: string): Promise<number> {
  const [project = ''] = file.split('/')
  const args = [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    project,
    '--reporter=json',
    join('tests', file),
  ]
  // What only the longer runs find comes too late.
  const env = { ...process.env, EFFORT: 'quick' }
  const { stdout } = await run(join(copy, 'node_modules/.bin/vitest'), args, {
    cwd: copy,
    env,
    maxBuffer: 2 ** 28,
  }).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }))
  const report = JSON.parse(stdout.slice(stdout.indexOf('{"numTotalTestSuites"')))
  if (report.numTotalTests === 0) throw new Error(`${file} did not run`)
  return report.numFailedTests
}

test.each(guards)('stands where it is said to stand: $name', ({ file, guard }) => {
  const source = readFileSync(join(repository, 'src', file), 'utf8')
  expect(source.split(guard)).toHaveLength(2)
})

describe.skipIf(!deep)('is missed when it is gone (needs EFFORT=deep):', () => {
  test.each(guards)('$name', async ({ file, guard, without, test: name }) => {
    const path = join(copy, 'src', file)
    const source = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      source.replace(guard, () => without),
    )
    try {
      expect(await failures(name)).toBeGreaterThan(0)
    } finally {
      writeFileSync(path, source)
    }
  })
})
