import { isCommand } from '../src/main/cli/switches'
import { ensureBuilt } from './runtime/build'
import { ensureChromium } from './runtime/chromium'
import { hasDisplay } from './runtime/display'
import { launchArguments, runtimeNotice } from './runtime/launchArguments'
import { runChild } from './runtime/runChild'
import { runMain } from './runtime/runMain'
import { findRuntime, type Runtime, standin } from './runtime/runtime'
import { whyElectronEnded } from './runtime/whyElectronEnded'

/** `npm start`: builds the app if needed and opens it; without a display it asks the page's questions in the terminal. */
async function main(given: readonly string[]): Promise<number> {
  const args = hasDisplay() || isCommand(given) ? given : withoutDisplay(given)
  if (!(await ensureBuilt())) return 1
  const runtime = await findRuntime({ retry: true })
  const { code, reason } = await run(runtime, args)
  if (reason === null) return code
  process.stderr.write(`${reason}\n`)
  return process.env.THROUGHLINE_RUNTIME === 'electron' ? code : (await run(await standin(), args)).code
}

/** `reason` is one sentence on why Electron does not run here. */
async function run(runtime: Runtime, args: readonly string[]): Promise<{ code: number; reason: string | null }> {
  if (runtime.kind === 'stand-in' && !isCommand(args)) ensureChromium()
  const notice = runtimeNotice(runtime)
  if (notice) process.stderr.write(`${notice}\n`)
  if (runtime.kind === 'stand-in')
    return { code: await runChild(runtime.executable, launchArguments(runtime, args)), reason: null }
  const lines: string[] = []
  const began = Date.now()
  const code = await runChild(runtime.executable, launchArguments(runtime, args), {
    quiet: true,
    onErrorLine(line) {
      // What it lacks it says at the begin.
      if (lines.length < 200) lines.push(line)
    },
  }).catch((error: Error) => {
    lines.push(error.message)
    return 127
  })
  return { code, reason: whyElectronEnded({ code, lines, lasted: Date.now() - began }) }
}

function withoutDisplay(args: readonly string[]): readonly string[] {
  if (process.stdin.isTTY && process.stdout.isTTY) return ['--write', ...args]
  throw new Error(
    'There is no display to open a window on. Run `npm start` in a terminal to answer today’s questions there, or pipe answers in: `npm run app -- --write < answers.md`.',
  )
}

runMain(main)
