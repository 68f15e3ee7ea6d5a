/** What a kept state is of: by its name, and whether its bytes are that. */
import { decoded } from '../format/fileFormat'
import type { Keepable, KeptKey, KeptKind, KeptState } from '../safekeeping/keptStates'

export function keyOf(state: Keepable): KeptKey {
  return 'created' in state ? state.id : state.day
}

export function keyOfName({ name }: Pick<KeptKind<unknown>, 'name'>, file: string): KeptKey | undefined {
  return file.startsWith(`${name}-`)
    ? /^([0-9a-f-]+)(\.[0-9a-f]{8})?\.json$/.exec(file.slice(name.length + 1))?.[1]
    : undefined
}

/** None where the bytes are of another form, or of another record. */
export function stateIn<T extends Keepable>(
  kind: KeptKind<T>,
  { key, name, bytes }: { key: KeptKey; name: string; bytes: Uint8Array },
): KeptState<T>[] {
  try {
    const state = decoded(kind.format, bytes)
    return keyOf(state) === key ? [{ state, name }] : []
  } catch {
    return []
  }
}
