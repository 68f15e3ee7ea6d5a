import { type SpawnOptions, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { createInterface } from 'node:readline'

/** Chromium's own log lines: `[123:0101/120000.1:ERROR:file.cc(1)] …`. */
const chromiumNoise = /^\[\d+:\d+\/[\d.:]+:[A-Z]+:/

interface RunOptions extends SpawnOptions {
  /** Drops Chromium's log lines from stderr. */
  readonly quiet?: boolean
  /** Gets each line of stderr, also what is dropped. */
  readonly onErrorLine?: (line: string) => void
}

/** Runs a command to its end with our own streams, passes signals on, and gives the code to exit with. */
export function runChild(
  command: string,
  args: readonly string[],
  { quiet = false, onErrorLine, ...options }: RunOptions = {},
): Promise<number> {
  const child = spawn(command, args, {
    stdio: ['inherit', 'inherit', quiet || onErrorLine ? 'pipe' : 'inherit'],
    ...options,
  })
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      onErrorLine?.(line)
      if (!quiet || !chromiumNoise.test(line)) process.stderr.write(`${line}\n`)
    })
  }
  const passOn = (signal: NodeJS.Signals) => {
    // A terminal has sent Ctrl-C to the child already.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, passOn)
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  }).finally(() => {
    for (const signal of signals) process.off(signal, passOn)
  })
}
