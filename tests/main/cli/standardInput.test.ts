import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const repository = join(import.meta.dirname, '../../..')

test.each(['linux', 'win32'])(
  'what is piped in is read, also where the stream of Electron is at its end (%s)',
  (platform) => {
    const command = [
      join(repository, 'node_modules/tsx/dist/cli.mjs'),
      join(import.meta.dirname, 'readInput.ts'),
      platform,
    ]
    const { stdout, stderr } = spawnSync(process.execPath, command, {
      input: 'secret\nWörter\nund mehr',
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual(['secret', 'Wörter\nund mehr'])
  },
)
