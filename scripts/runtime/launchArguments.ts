import { headlessSwitch, isCommand } from '../../src/main/cli/switches'
import { hasDisplay } from './display'
import { repository } from './repository'
import type { Runtime } from './runtime'

/** The arguments to start the app with, in Electron's order: its own first, then the app's folder, then the app's. */
export function launchArguments(runtime: Runtime, args: readonly string[]): string[] {
  const own: string[] = []
  // Chromium refuses its sandbox to root; the app itself never gives it up.
  if (runtime.kind === 'electron' && process.getuid?.() === 0) own.push('--no-sandbox')
  if (isCommand(args) && !hasDisplay()) own.push(headlessSwitch)
  return [...own, repository, ...args]
}

/** One line for a person on what this runs on, or nothing when it is plain Electron. */
export function runtimeNotice(runtime: Runtime): string | null {
  if (runtime.kind === 'stand-in') {
    return 'Electron does not run here: this is the stand-in, a test double on Chromium.'
  }
  return process.getuid?.() === 0 ? 'Running as root: Electron gets --no-sandbox.' : null
}
