import type { CommandLine as ElectronCommandLine } from 'electron'
import type { Faithful } from './faithful'

/** Electron's `app.commandLine`, over the arguments of this process. */
export class AppSwitches {
  readonly #switches = new Map<string, string>()

  constructor(args: readonly string[]) {
    for (const argument of args) {
      const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument)
      if (match?.[1]) this.#switches.set(match[1].toLowerCase(), match[2] ?? '')
    }
  }

  appendSwitch(the_switch: string, value = ''): void {
    this.#switches.set(the_switch.toLowerCase(), value)
  }

  hasSwitch(the_switch: string): boolean {
    return this.#switches.has(the_switch.toLowerCase())
  }

  getSwitchValue(the_switch: string): string {
    return this.#switches.get(the_switch.toLowerCase()) ?? ''
  }

  removeSwitch(the_switch: string): void {
    this.#switches.delete(the_switch.toLowerCase())
  }
}

true satisfies Faithful<AppSwitches, ElectronCommandLine>
