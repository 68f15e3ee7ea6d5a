/** What went back behind the newest state that this device has seen, or is gone, for a command, which looks at a journal from outside. Writes nothing. */
import { join } from 'node:path'
import type { Finding } from '#shared/domain/health/finding'
import type { Disk } from '../../disk/disk'
import { gatedContent } from '../arrivals/gatedContent'
import type { Vault } from '../encryption/cipher/vault'
import { JournalFolder } from '../layout/journalFolder'
import { LastStates } from '../records/lastStates'
import type { StateKey } from '../records/statePlace'
import { commandSteadyFor } from '../safekeeping/staysDamaged'
import { missedVersions } from './missedVersions'
import { isRestored } from './restoredMark'
import { findingOf } from './rollbackWords'
import { SeenStates, seenPath, type ToldState } from './seenStates'
import { isMissed, type StateThere, statesThere } from './statesThere'
import { versionFindings } from './versionWords'

export interface MissedLook {
  readonly disk: Disk
  /** The journal's, and its id. */
  readonly folder: string
  readonly id: string
  /** Folders of the device: the newest states that were seen, and those that were saved last. */
  readonly seen: string
  readonly states: string
  /** The key, for a journal with a lock. */
  readonly vault?: Vault | null
}

/** Also what was told in the app and not dismissed there. */
export async function missedFindings(look: MissedLook): Promise<readonly Finding[]> {
  const { disk, folder: root, id, seen: home, vault = null } = look
  // What going back to a backup left behind is followed by the app.
  if (await isRestored(disk, home, id)) return []
  const { folder } = await gatedContent(new JournalFolder(disk, root), vault, undefined)
  const seen = await SeenStates.of({ disk, path: seenPath(home, id), vault, folder: root })
  const [missed, versions] = await missedOf(look, folder, seen)
  return [
    ...[...seen.told, ...missed].flatMap(([key, told]) => findingOf(folder, key, told) ?? []),
    ...versionFindings(folder, [...versions], (key) => seen.of(key)?.day ?? null),
  ]
}

type Missed = readonly [states: ReadonlyMap<StateKey, ToldState>, versions: ReadonlySet<StateKey>]

async function missedOf(
  { disk, id, states, vault = null }: MissedLook,
  folder: JournalFolder,
  seen: SeenStates,
): Promise<Missed> {
  const keys = [...seen.keys()].filter((key) => !seen.goesBack(key))
  const first = missing(seen, await statesThere({ folder, lastStates: null }, keys))
  const versions = await missedVersions(folder, seen)
  if (first.size + versions.size === 0) return [first, versions]
  // A page on its way to another day is nowhere for a moment.
  await disk.wait(commandSteadyFor)
  const lastStates = new LastStates(disk, join(states, id), vault)
  return [
    missing(seen, await statesThere({ folder, lastStates }, [...first.keys()])),
    await missedVersions(folder, seen, versions),
  ]
}

function missing(seen: SeenStates, there: ReadonlyMap<StateKey, StateThere | null>): ReadonlyMap<StateKey, ToldState> {
  const found = new Map<StateKey, ToldState>()
  for (const [key, now] of there) {
    const before = seen.of(key)
    if (before && now && isMissed(before.saves, now)) found.set(key, { ...before, isGone: !now.isThere })
  }
  return found
}
