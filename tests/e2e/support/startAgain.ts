import { spawn } from 'node:child_process'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../../..')

/** Starts the app once more on a profile, as a second click on its icon does; resolves with how it ended. */
export function startAgain(
  userData: string,
  ...args: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const tsx = join(repository, 'node_modules/tsx/dist/cli.mjs')
  const child = spawn(
    process.execPath,
    [tsx, join(repository, 'scripts/app.ts'), `--user-data-dir=${userData}`, ...args],
    {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}
