/** The keys that commands have now, worked out anew only when the settings have others. */
import { type CommandKeys, commandKeys } from '#shared/contract/commandKeys'
import type { CommandId } from '#shared/contract/commands'
import { request } from '../bridge'
import { useJournal } from './journalStore'

let known: { readonly stored: unknown; readonly keys: CommandKeys } | null = null

function keysIn(stored: unknown): CommandKeys {
  if (known === null || known.stored !== stored) known = { stored, keys: commandKeys(stored) }
  return known.keys
}

export function commandKeysNow(): CommandKeys {
  return keysIn(useJournal.getState().settings.commandKeys)
}

export function useCommandKeys(): CommandKeys {
  return useJournal(({ settings }) => keysIn(settings.commandKeys))
}

/** Undefined for a command without keys. */
export function useKeysOf(id: CommandId): string | undefined {
  return useCommandKeys().of.get(id)
}

/** Null takes a command's keys away. Throws `RequestFailed`. */
export async function setCommandKeys(command: CommandId, keys: string | null): Promise<void> {
  useJournal.setState({ settings: await request('settings.setKeys', { command, keys }) })
}

/** Null for all commands. Throws `RequestFailed`. */
export async function resetCommandKeys(command: CommandId | null): Promise<void> {
  useJournal.setState({ settings: await request('settings.resetKeys', { command }) })
}
