import { isCommand } from '../src/main/switches'
import { ensureBuilt } from './runtime/build'
import { ensureChromium } from './runtime/chromium'
import { hasDisplay } from './runtime/display'
import { launchArguments, runtimeNotice } from './runtime/launchArguments'
import { runChild } from './runtime/runChild'
import { runMain } from './runtime/runMain'
import { findRuntime } from './runtime/runtime'

/** `npm start`: builds the app if needed and opens it; without a display it asks the page's questions in the terminal. */
async function main(given: readonly string[]): Promise<number> {
  const args = hasDisplay() || isCommand(given) ? given : withoutDisplay(given)
  if (!(await ensureBuilt())) return 1
  const runtime = await findRuntime({ retry: true })
  if (runtime.kind === 'stand-in' && !isCommand(args)) ensureChromium()
  const notice = runtimeNotice(runtime)
  if (notice) process.stderr.write(`${notice}\n`)
  return runChild(runtime.executable, launchArguments(runtime, args), { quiet: runtime.kind === 'electron' })
}

function withoutDisplay(args: readonly string[]): readonly string[] {
  if (process.stdin.isTTY && process.stdout.isTTY) return ['--write', ...args]
  throw new Error(
    'There is no display to open a window on. Run `npm start` in a terminal to answer today’s questions there, or pipe answers in: `npm run app -- --write < answers.md`.',
  )
}

runMain(main)
