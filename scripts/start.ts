import { ensureBuilt } from './runtime/build'
import { ensureChromium } from './runtime/chromium'
import { hasDisplay } from './runtime/display'
import { launchArguments, runtimeNotice } from './runtime/launchArguments'
import { runChild } from './runtime/runChild'
import { runMain } from './runtime/runMain'
import { findRuntime } from './runtime/runtime'

/** `npm start`: builds the app if needed and opens it. */
async function main(args: readonly string[]): Promise<number> {
  if (!hasDisplay())
    throw new Error('There is no display to open a window on; `npm run shots` takes pictures of the app instead.')
  if (!(await ensureBuilt())) return 1
  const runtime = await findRuntime({ retry: true })
  if (runtime.kind === 'stand-in') ensureChromium()
  const notice = runtimeNotice(runtime)
  if (notice) process.stderr.write(`${notice}\n`)
  return runChild(runtime.executable, launchArguments(runtime, args), { quiet: runtime.kind === 'electron' })
}

runMain(main)
