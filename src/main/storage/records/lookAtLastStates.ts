/**
 * Looks whether the disk still has what this device saved last of its records. A look at all of them comes with each start: what lies there byte for byte
 * is not parsed for it.
 */
import type { RecordId, StoredRecord } from '#shared/domain/record'
import type { KeptKey, KeptState, KeptStates } from '../safekeeping/keptStates'
import { bringBackState, type GivenUpNames, type Lying } from './bringBackState'
import { givenUpNames } from './givenUp'
import type { KnownFiles } from './knownFiles'
import { liesAt } from './liesAt'
import type { RecordContext } from './recordContext'

export interface LastStatesLook<T extends StoredRecord> {
  readonly context: RecordContext<T>
  readonly memory: KnownFiles<T>
  readonly states: KeptStates
  readonly lying: () => Promise<(id: RecordId) => Lying>
}

const noFiles = (): Lying => ({ live: [], trashed: [] })
const nothing: GivenUpNames = new Map()

/** Resolves with what was brought back. Never throws. */
export async function lookAtLastStates<T extends StoredRecord>(
  look: LastStatesLook<T>,
  only?: ReadonlySet<KeptKey>,
): Promise<T[]> {
  const { context, states } = look
  const { kind, queue } = context
  const lost = await lostOf(look, only).catch(() => [])
  const lying = lost.length === 0 ? noFiles : await look.lying().catch(() => noFiles)
  const givenUp = lost.length === 0 ? nothing : await givenUpNames(context.folder).catch(() => nothing)
  const back: T[] = []
  for (const one of lost) {
    const { state } = one
    const outcome = await queue
      .run(state.id, () => bringBackState(context, state, lying(state.id), givenUp))
      .catch(() => 'kept' as const)
    if (outcome === 'passed') await states.forget(kind, one)
    if (outcome === 'brought back') back.push(state)
  }
  return back
}

async function lostOf<T extends StoredRecord>(
  { context, memory, states, lying }: LastStatesLook<T>,
  only?: ReadonlySet<KeptKey>,
): Promise<KeptState<T>[]> {
  const { folder, kind } = context
  const lost: KeptState<T>[] = []
  // Of some that changed the memory knows more, without all names.
  const places = only ? noFiles : await lying()
  for await (const one of states.each(kind, only)) {
    const { live } = places(one.key)
    const [file] = live.length === 1 ? live : []
    if (file?.ours && (await liesAt(folder.disk, file.path, one.bytes))) continue
    for (const kept of one.state()) if (!(await memory.isThere(folder.disk, kept.state))) lost.push(kept)
  }
  return lost
}
