/** Which keys each command has: those that the person chose where they can be had, else its own. */
import { type KeysRefusal, refusalOf } from '../domain/settings/commandKeys'
import { type Command, type CommandId, commands } from './commands'
import { type EditorKey, editorKeyOf } from './editorKeys'

/** Why a command does not have the keys that were chosen for it, or its own. */
export type KeysTrouble =
  | { readonly why: KeysRefusal }
  | { readonly why: 'taken'; readonly by: CommandId }
  | { readonly why: 'editor'; readonly by: EditorKey }

export interface IgnoredKeys {
  /** Those that it does not have; null for what is no text. */
  readonly keys: string | null
  readonly trouble: KeysTrouble
}

export interface CommandKeys {
  /** Absent for a command without keys. */
  readonly of: ReadonlyMap<CommandId, string>
  /** What the settings say, or a command has by itself, that does not count. */
  readonly ignored: ReadonlyMap<CommandId, IgnoredKeys>
  /** Commands for which something else than their own keys counts. */
  readonly changed: ReadonlySet<CommandId>
}

/**
 * `stored` is the settings' field: keys by a command's id, or null for none. It may have been written by hand, by another app, or on two devices at
 * once, so nothing in it can do harm: what can't be had is ignored, and said. What was chosen counts before what a command has by itself.
 */
export function commandKeys(stored: unknown): CommandKeys {
  const chosen = chosenIn(stored)
  const of = new Map<CommandId, string>()
  const ignored = new Map<CommandId, IgnoredKeys>()
  const changed = new Set<CommandId>()
  const owners = new Map<string, CommandId>()
  const take = (id: CommandId, keys: string): boolean => {
    const trouble = troubleWith(keys, owners)
    if (trouble !== null) ignored.set(id, { keys, trouble })
    else {
      of.set(id, keys)
      owners.set(keys, id)
    }
    return trouble === null
  }
  for (const { id } of commands) {
    if (!Object.hasOwn(chosen, id)) continue
    const keys = chosen[id]
    if (keys === null || (typeof keys === 'string' && take(id, keys))) changed.add(id)
    else if (typeof keys !== 'string') ignored.set(id, { keys: null, trouble: { why: 'unfit' } })
  }
  for (const { id, keys } of commands as readonly Command[])
    if (keys !== undefined && !changed.has(id) && !of.has(id)) {
      const before = ignored.get(id)
      take(id, keys)
      // What was chosen is what the person looks for.
      if (before) ignored.set(id, before)
    }
  return { of, ignored, changed }
}

/** Why a command can't be given these keys; null where it can. */
export function troubleFor(id: CommandId, keys: string, { of }: CommandKeys): KeysTrouble | null {
  return troubleWith(
    keys,
    new Map(Array.from(of, ([owner, own]) => [own, owner] as const).filter(([, owner]) => owner !== id)),
  )
}

function troubleWith(keys: string, owners: ReadonlyMap<string, CommandId>): KeysTrouble | null {
  const refusal = refusalOf(keys)
  if (refusal !== null) return { why: refusal }
  const editorKey = editorKeyOf(keys)
  if (editorKey !== null) return { why: 'editor', by: editorKey }
  const owner = owners.get(keys)
  return owner === undefined ? null : { why: 'taken', by: owner }
}

/** What is stored with a command's keys changed: null for none, undefined for its own. What is not known here stays. */
export function withKeys(
  stored: unknown,
  ids: readonly CommandId[],
  keys: string | null | undefined,
): object | undefined {
  const others = Object.entries(chosenIn(stored)).filter(([id]) => !ids.some((own) => own === id))
  const next = keys === undefined ? others : [...others, ...ids.map((id) => [id, keys] as const)]
  return next.length === 0 ? undefined : Object.fromEntries(next)
}

function chosenIn(stored: unknown): Readonly<Record<string, unknown>> {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? { ...stored } : {}
}
