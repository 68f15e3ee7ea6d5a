import { ensureBuilt } from './build'
import { hasDisplay, virtualDisplay } from './display'
import { repository } from './repository'
import { runChild } from './runChild'
import { findRuntime } from './runtime'

/** Runs a Node script that starts the built app, on Electron (with a display of its own where there is none) or else on the stand-in. Resolves with its exit code. */
export async function runOnRuntime(script: readonly string[]): Promise<number> {
  const runtime = await findRuntime()
  if (!(await ensureBuilt())) return 1
  const command = [
    ...(runtime.kind === 'electron' && !hasDisplay() ? virtualDisplay() : []),
    process.execPath,
    ...script,
  ]
  const [first = '', ...rest] = command
  return runChild(first, rest, { cwd: repository })
}
