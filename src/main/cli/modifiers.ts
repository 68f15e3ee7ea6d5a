/** What is asked for beside a command, and with which ones it means something: elsewhere it is refused. */
import type { SwitchName } from './switches'

const owners = {
  /** The days whose pages and captures are meant; the folder of a restored journal is a `to` as well. */
  from: ['export', 'find', 'list'],
  to: ['export', 'find', 'list', 'restore'],
  /** Of a capture what it is; else whether pages or captures are meant. */
  kind: ['capture', 'find', 'list'],
  day: ['write'],
  json: ['find', 'list'],
  'passphrase-stdin': ['check', 'export', 'find', 'list', 'show', 'write'],
} as const satisfies Partial<Record<SwitchName, readonly SwitchName[]>>

export type Modifier = keyof typeof owners

/** The first that was given without a command that it belongs to. */
export function misplaced(values: ReadonlyMap<string, string>): Modifier | null {
  for (const [name, commands] of Object.entries(owners))
    if (values.has(name) && !commands.some((command) => values.has(command))) return name as Modifier
  return null
}
