import { existsSync } from 'node:fs'
import { isCommand } from '../src/main/cli/switches'
import { builtEntry } from './runtime/build'
import { ensureChromium } from './runtime/chromium'
import { launchArguments, runtimeNotice } from './runtime/launchArguments'
import { runChild } from './runtime/runChild'
import { runMain } from './runtime/runMain'
import { findRuntime } from './runtime/runtime'

/** `npm run app -- <arguments>`: starts what was built, with these arguments, in the folder the command was given in. */
async function main(args: readonly string[]): Promise<number> {
  if (!existsSync(builtEntry)) throw new Error('The app has not been built. Run `npm run build` first.')
  const runtime = await findRuntime()
  if (runtime.kind === 'stand-in' && !isCommand(args)) ensureChromium()
  const notice = runtimeNotice(runtime)
  if (notice) process.stderr.write(`${notice}\n`)
  return runChild(runtime.executable, launchArguments(runtime, args), {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    quiet: runtime.kind === 'electron',
  })
}

runMain(main)
