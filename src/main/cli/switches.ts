/** The app's own switches, in one list: for its command line, for what starts it and for the launcher of its packages. It imports nothing. */

interface Switch {
  readonly takes: 'value' | 'nothing' | 'either'
  /** Whether a start with it does its work without a window, and ends: always, or only with a value. */
  readonly isCommand?: 'always' | 'with a value'
}

export const switches = {
  export: { takes: 'value', isCommand: 'always' },
  backup: { takes: 'value', isCommand: 'always' },
  restore: { takes: 'value', isCommand: 'always' },
  check: { takes: 'nothing', isCommand: 'always' },
  write: { takes: 'either', isCommand: 'always' },
  show: { takes: 'either', isCommand: 'always' },
  find: { takes: 'value', isCommand: 'always' },
  list: { takes: 'value', isCommand: 'always' },
  // Without a text it opens the field of quick capture.
  capture: { takes: 'either', isCommand: 'with a value' },
  quit: { takes: 'nothing', isCommand: 'always' },
  help: { takes: 'nothing', isCommand: 'always' },
  version: { takes: 'nothing', isCommand: 'always' },
  from: { takes: 'value' },
  to: { takes: 'value' },
  kind: { takes: 'value' },
  day: { takes: 'value' },
  json: { takes: 'nothing' },
  'passphrase-stdin': { takes: 'nothing' },
  new: { takes: 'value' },
  today: { takes: 'nothing' },
  reminders: { takes: 'nothing' },
  hidden: { takes: 'nothing' },
  'user-data-dir': { takes: 'value' },
} as const satisfies Readonly<Record<string, Switch>>

export type SwitchName = keyof typeof switches

/** With it Chromium looks for no display. Only one that is there from the first counts: the display is chosen before any script runs. */
export const headlessSwitch = '--ozone-platform=headless'

export function isSwitch(name: string): name is SwitchName {
  return Object.hasOwn(switches, name)
}

/** What an argument of a command looks like, as patterns of a shell: `*` stands for any text. */
export const commandPatterns: readonly string[] = Object.entries<Switch>(switches).flatMap(([name, { isCommand }]) => {
  if (isCommand === undefined) return []
  return isCommand === 'always' ? [`--${name}`, `--${name}=*`] : [`--${name}=*`]
})

/** Whether a start with these arguments needs no display. */
export function isCommand(args: readonly string[]): boolean {
  return args.some((argument) => commandPatterns.some((pattern) => matches(argument, pattern)))
}

function matches(argument: string, pattern: string): boolean {
  return pattern.endsWith('*') ? argument.startsWith(pattern.slice(0, -1)) : argument === pattern
}
