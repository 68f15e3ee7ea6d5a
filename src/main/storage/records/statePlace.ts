/** What is compared with what was seen before: a record, a day of what shares its file, the settings. Each has a key, and a state as saves. */
import type { Day } from '#shared/domain/day'
import type { Saves } from '#shared/domain/record'
import type { FoundState } from '../../services/ports/library'
import type { StatePlace } from '../../services/ports/rollbacks'

/** `entry/<id>`, `capture/<day>`, `settings`. */
export type StateKey = string

export const settingsKey: StateKey = 'settings'

export function keyOf({ kind, of }: Pick<FoundState, 'kind' | 'of'>): StateKey {
  return `${kind}/${of}`
}

export function keyOfPlace({ kind, record, day }: StatePlace): StateKey {
  return kind === null ? settingsKey : keyOf({ kind, of: record ?? day ?? '' })
}

/** The name of the kind, and the id or day; of the settings neither. */
export function partsOf(key: StateKey): { readonly kind: string; readonly of: string } | null {
  const at = key.indexOf('/')
  return at < 0 ? null : { kind: key.slice(0, at), of: key.slice(at + 1) }
}

/** What has no counter for each device has one number, which only grows. */
export function savesOfRevision(revision: number): Saves {
  return revision > 0 ? { revision } : {}
}

export interface SeenState {
  readonly saves: Saves
  /** Of a record: under which its file lay. */
  readonly day: Day | null
}
