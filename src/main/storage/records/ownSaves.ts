/**
 * The names under which one device counts its saves. On a state that lacks some of them the next save gets a name of its own: counted on as if
 * nothing were missing, it would pass for a state that holds them, and what it lacks would be dropped without a question.
 */
import { randomBytes } from 'node:crypto'
import type { RecordId, Saves, StoredRecord } from '#shared/domain/record'
import type { JournalContext } from '../safekeeping/journalContext'
import type { Keepable, KeptKey, KeptKind } from '../safekeeping/keptStates'
import { heldBy, united } from './lineage'
import { loadRecord } from './loadRecord'
import type { RecordContext } from './recordContext'

/** The saves of this device that any of the record's files holds. */
export async function ownSavesOf<T extends StoredRecord>(
  { folder, kind, files }: RecordContext<T>,
  device: string,
  id: RecordId,
): Promise<Saves> {
  let own: Saves = {}
  for (const { path } of await files.of(id)) {
    const loaded = await loadRecord(folder.disk, kind, path)
    if (loaded.kind === 'record' && loaded.record.id === id)
      own = united(own, ofDevice(device, heldBy(kind, loaded.record)))
  }
  return own
}

/**
 * Those of what this device saved last: its file may be gone, with another one of a sync program in its place. One that can't be read may have counted on
 * under each name that the device has so far: `held` says which.
 */
export async function ownSavesKept<T extends Keepable>(
  { lastStates }: Pick<JournalContext, 'lastStates'>,
  kind: KeptKind<T>,
  { device, key, held }: { readonly device: string; readonly key: KeptKey; readonly held: Saves },
): Promise<Saves> {
  if (lastStates === null) return {}
  const kept = await lastStates.of(kind, new Set([key])).catch(() => [])
  const own = kept.reduce((all: Saves, { state }) => united(all, ofDevice(device, heldBy(kind, state))), {})
  if (!(await lastStates.hasUnreadable(kind, key).catch(() => true))) return own
  return ofAnyNumber([device, ...Object.keys(own), ...Object.keys(ofDevice(device, held))])
}

/** No state holds all of them. */
export function ofAnyNumber(names: readonly string[]): Saves {
  return Object.fromEntries(names.map((name) => [name, Number.MAX_SAFE_INTEGER]))
}

export function ofDevice(device: string, saves: Saves): Saves {
  return Object.fromEntries(Object.entries(saves).filter(([name]) => name === device || name.startsWith(`${device}.`)))
}

/** One that was drawn before counts on where the state holds all of it: else each save after one that failed would add a name. */
export function nameForSave(device: string, own: Saves, held: Saves): string {
  const isWhole = (name: string) => (held[name] ?? 0) >= (own[name] ?? 0)
  const lacksSome = !Object.keys(own).every(isWhole)
  return lacksSome ? (Object.keys(ofDevice(device, held)).find(isWhole) ?? drawn(device)) : device
}

function drawn(device: string): string {
  return `${device}.${randomBytes(4).toString('hex')}`
}
