import { join } from 'node:path'
import { ensureBuilt } from './build'
import { hasDisplay, virtualDisplay } from './display'
import { repository } from './repository'
import { runChild } from './runChild'
import { findRuntime } from './runtime'

/** Runs Playwright with one of the project's configurations on Electron, or else on the stand-in. Resolves with its exit code. */
export async function runPlaywright(config: string, args: readonly string[]): Promise<number> {
  if (!(await ensureBuilt())) return 1
  const runtime = await findRuntime()
  const command = [
    ...(runtime.kind === 'electron' && !hasDisplay() ? virtualDisplay() : []),
    process.execPath,
    join(repository, 'node_modules/@playwright/test/cli.js'),
    'test',
    '-c',
    join(repository, config),
    ...args,
  ]
  const [first = '', ...rest] = command
  return runChild(first, rest, { cwd: repository })
}
