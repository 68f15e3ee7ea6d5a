import { hasDisplay } from './display'
import { repository } from './repository'
import type { Runtime } from './runtime'

/** Verbs that do their work without a window and end. */
const headlessVerbs = /^--(export|backup|restore|check|capture(?==)|write|show|help|version)(=|$)/

/** The arguments to start the app with, in Electron's order: its own first, then the app's folder, then the app's. */
export function launchArguments(runtime: Runtime, args: readonly string[]): string[] {
  const own: string[] = []
  if (runtime.kind === 'electron') {
    // Chromium refuses its sandbox to root; the app itself never gives it up.
    if (process.getuid?.() === 0) own.push('--no-sandbox')
    if (isHeadlessVerb(args) && !hasDisplay()) own.push('--ozone-platform=headless')
  }
  return [...own, repository, ...args]
}

export function isHeadlessVerb(args: readonly string[]): boolean {
  return args.some((argument) => headlessVerbs.test(argument))
}

/** One line for a person on what this runs on, or nothing when it is plain Electron. */
export function runtimeNotice(runtime: Runtime): string | null {
  if (runtime.kind === 'stand-in') {
    return "Electron's binary is not installed here: this is the stand-in, a test double on Chromium."
  }
  return process.getuid?.() === 0 ? 'Running as root: Electron gets --no-sandbox.' : null
}
