/** Gives commands other keys, or their own again: laid over what the settings have by then, of which another device may have changed other commands. */
import { commandKeys, troubleFor, withKeys } from '#shared/contract/commandKeys'
import { type CommandId, commands } from '#shared/contract/commands'
import { Failure } from '#shared/domain/failure'
import type { Settings } from '#shared/domain/settings/settings'
import type { Emit } from '../app/appEvents'
import type { DocumentStore } from '../ports/documentStore'

export interface SaveCommandKeysNeeds {
  readonly emit: Emit
  forWriting(): Promise<{ readonly settings: DocumentStore<Settings> }>
}

export interface SaveCommandKeys {
  /** Throws `bad-request` for keys that can't be had: the page says why before it asks. */
  set(command: CommandId, keys: string | null): Promise<Settings>
  /** Null for all commands. */
  reset(command: CommandId | null): Promise<Settings>
}

export function createSaveCommandKeys({ emit, forWriting }: SaveCommandKeysNeeds): SaveCommandKeys {
  async function change(ids: readonly CommandId[], keys: string | null | undefined): Promise<Settings> {
    const { settings } = await forWriting()
    await settings.change((value) => {
      const { commandKeys: stored, ...others } = value
      for (const id of ids)
        if (typeof keys === 'string' && troubleFor(id, keys, commandKeys(stored)) !== null)
          throw new Failure('bad-request', `keys for ${id}`)
      const next = withKeys(stored, ids, keys)
      return next === undefined ? others : { ...others, commandKeys: next }
    })
    emit('settingsChanged', { settings: settings.value })
    return settings.value
  }
  return {
    set: (command, keys) => change([command], keys),
    reset: (command) => change(command === null ? commands.map(({ id }) => id) : [command], undefined),
  }
}
