/** The programs that start with the session as Windows has them in its registry, read and written as in Electron's shell/browser/browser_win.cc. */
import type { App as ElectronApp } from 'electron'

type Settings = Parameters<ElectronApp['setLoginItemSettings']>[0]
type Asked = NonNullable<Parameters<ElectronApp['getLoginItemSettings']>[0]>
type Known = ReturnType<ElectronApp['getLoginItemSettings']>

export class LoginItems {
  readonly #own: string
  /** Command lines, by the name under which they were written. */
  readonly #commands = new Map<string, string>()

  constructor(executable: string) {
    this.#own = executable
  }

  set({ openAtLogin = false, path = this.#own, args = [], name = 'the app' }: Settings): void {
    if (openAtLogin) this.#commands.set(name, commandOf(path, args))
    else this.#commands.delete(name)
  }

  get({ path = this.#own, args = [] }: Asked = {}): Known {
    // A path with spaces that is not quoted ends at the first of them: https://github.com/electron/electron/issues/53911
    const program = programOf(path).toLowerCase()
    const found = [...this.#commands].filter(([, command]) => programOf(command).toLowerCase() === program)
    const openAtLogin = this.#commands.get('the app') === commandOf(path, args)
    const launchItems = found.map(([name, command]) => ({
      name,
      path: programOf(command),
      args: [...args],
      scope: 'user' as const,
      enabled: true,
    }))
    return {
      openAtLogin,
      wasOpenedAtLogin: false,
      status: openAtLogin ? 'enabled' : 'not-registered',
      executableWillLaunchAtLogin: found.length > 0,
      launchItems,
    }
  }
}

/** `FormatCommandLineString`: takes quotes off the program and gives them again. */
function commandOf(path: string, args: readonly string[]): string {
  return [path.replace(/^"(.*)"$/, '$1'), ...args].map(quoted).join(' ')
}

function quoted(argument: string): string {
  return /[ \\"]/.test(argument) ? `"${argument.replaceAll('"', '\\"')}"` : argument
}

/** `CommandLine::FromString(…).GetProgram()`. */
function programOf(command: string): string {
  return /^"([^"]*)"?/.exec(command)?.[1] ?? /^\S*/.exec(command)?.[0] ?? ''
}
