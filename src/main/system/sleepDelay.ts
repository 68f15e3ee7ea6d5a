/**
 * Holds the sleep of a Linux machine up until the journal is locked, for some seconds at most: Electron lets it go on as soon as the listeners of
 * `suspend` have run, and what they began would go on after the sleep, with the key in memory all along. A child holds the delay and ends with the app.
 * https://systemd.io/INHIBITOR_LOCKS/
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { messages } from '#shared/messages/messages'

export interface SleepDelay {
  /** To be called with each tick of the clock. */
  look(): void
  /** Whether a sleep that begins now waits. */
  holds(): boolean
  /** The sleep need not wait any more; the next look asks for the next one. */
  release(): void
}

export function createSleepDelay(isWanted: () => boolean): SleepDelay {
  let holder: ChildProcess | null = null
  /** Without systemd there is nothing that could hold it up. */
  let isAbsent = false

  function hold(): void {
    const why = ['--what=sleep', '--mode=delay', `--who=${messages.appName}`, `--why=${messages.locking.beforeSleep}`]
    const child = spawn('systemd-inhibit', [...why, 'cat'], { stdio: ['pipe', 'ignore', 'ignore'] })
    const ended = () => {
      if (holder !== child) return
      holder = null
      isAbsent = true
    }
    child.once('error', ended)
    child.once('exit', ended)
    child.stdin?.on('error', () => undefined)
    holder = child
  }

  function release(): void {
    const child = holder
    holder = null
    child?.stdin?.destroy()
  }

  return {
    look() {
      if (!isWanted()) release()
      else if (holder === null && !isAbsent) hold()
    },
    holds: () => holder !== null,
    release,
  }
}
