import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { hasDisplay } from '../../../scripts/runtime/display'
import { headlessSwitch } from '../../../src/main/cli/switches'
import type { JournalApp } from './journalApp'
import { clockAhead } from './journeyClock'

const repository = join(import.meta.dirname, '../../..')

/** What `npm run app` is run with to start the app once more at the same time of the journey. */
export function secondStart({ clock }: JournalApp): NodeJS.ProcessEnv {
  return { ...process.env, ...clock.environment, NODE_OPTIONS: `--require ${JSON.stringify(clockAhead)}` }
}

/** Starts the app once more on its profile, as a second click on its icon does; resolves with how it ended. */
export function startAgain(
  app: JournalApp,
  ...args: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const tsx = join(repository, 'node_modules/tsx/dist/cli.mjs')
  const without = hasDisplay() ? [] : [headlessSwitch]
  const child = spawn(
    process.execPath,
    [tsx, join(repository, 'scripts/app.ts'), `--user-data-dir=${app.userData}`, ...without, ...args],
    {
      env: secondStart(app),
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
