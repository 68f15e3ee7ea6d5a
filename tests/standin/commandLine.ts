/** Reads the arguments as Electron's launcher does: its own options come first, then the app, then what the app gets. */
export interface CommandLine {
  readonly modules: readonly string[]
  readonly appPath: string | null
  readonly version: boolean
  readonly debuggingPort: boolean
  /** The switch with which Chromium looks for no display. */
  readonly noDisplayAsked: boolean
}

export function parseCommandLine(args: readonly string[]): CommandLine {
  const modules: string[] = []
  let appPath: string | null = null
  let version = false
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? ''
    if (argument === '-r' || argument === '--require') modules.push(args[++at] ?? '')
    else if (argument === '--version' || argument === '-v') version = true
    else if (!argument.startsWith('-')) {
      appPath = argument
      break
    }
    if (version) break
  }
  return {
    modules,
    appPath,
    version,
    debuggingPort: args.some((argument) => argument.startsWith('--remote-debugging-port')),
    noDisplayAsked: args.includes('--ozone-platform=headless'),
  }
}
