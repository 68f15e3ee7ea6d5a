/** Listens to the signals of one service on a Linux bus, in a child that ends with the app however that ends. */
import { spawn } from 'node:child_process'

/** The monitor, and beside it one that ends it when this process closes the pipe or is gone. */
const script = `exec 3<&0
gdbus "$@" </dev/null &
monitor=$!
{ cat <&3; kill "$monitor"; } >/dev/null 2>&1 &
wait "$monitor"`

/** Characters; a signal that is longer is none that is waited for. */
const longestLine = 10_000

export interface BusMonitor {
  stop(): void
}

/** `take` gets each signal as gdbus prints it: `/path: interface.Signal (arguments,)`. `ended` is called once, also when it could not begin. */
export function monitorBus(args: readonly string[], take: (signal: string) => void, ended: () => void): BusMonitor {
  const child = spawn('sh', ['-c', script, 'sh', 'monitor', ...args], { stdio: ['pipe', 'pipe', 'ignore'] })
  let line = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (line + text).split('\n')
    line = (lines.pop() ?? '').slice(-longestLine)
    for (const signal of lines) take(signal)
  })
  const stop = () => {
    child.stdin.destroy()
  }
  // The child may be gone first.
  child.stdin.on('error', () => undefined)
  let isOver = false
  const over = () => {
    if (isOver) return
    isOver = true
    stop()
    ended()
  }
  child.once('error', over)
  child.once('exit', over)
  return { stop }
}
