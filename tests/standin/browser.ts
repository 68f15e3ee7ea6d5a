import { Chromium } from './chromium'
import { launch } from './launch'

let started: Chromium | undefined
let ending = false

/**
 * Chromium, started by the first use: a window, or Playwright's wish to attach. `ready` alone does not start it, so that commands
 * without a window need none.
 */
export function browser(): Chromium {
  started ??= start()
  return started
}

export function isBrowserStarted(): boolean {
  return started !== undefined
}

/** From now on Chromium's end is expected. */
export function expectBrowserEnd(): void {
  ending = true
}

/** A person gets to see the windows if there is a display; under Playwright nobody looks. */
export const headless =
  launch.debuggingPort || launch.noDisplayAsked || !(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

function start(): Chromium {
  try {
    return new Chromium({ headless, debuggingPort: launch.debuggingPort, onExit })
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(1)
  }
}

function onExit(): void {
  if (ending) return
  process.stderr.write('stand-in: Chromium ended unexpectedly\n')
  process.exit(1)
}
