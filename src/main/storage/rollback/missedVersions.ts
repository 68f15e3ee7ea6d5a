/** Records of which the newest version that this device has seen was taken away, for a command. Writes nothing. */
import type { JournalFolder } from '../layout/journalFolder'
import { partsOf, type StateKey } from '../records/statePlace'
import { versionFilesOf } from '../records/versionFiles'
import type { SeenStates } from './seenStates'
import { versionExcuses } from './versionExcuses'
import { isBehind } from './versionWatch'

/** `asked`: of which records. Also what was told in the app, while it lies there no more and was not dismissed. */
export async function missedVersions(
  folder: JournalFolder,
  seen: SeenStates,
  asked: Iterable<StateKey> = new Set([...seen.versionKeys(), ...seen.versionsTold.keys()]),
): Promise<ReadonlySet<StateKey>> {
  const missed = new Set<StateKey>()
  const behind: (readonly [kind: JournalFolder['recordKinds'][number], id: string, key: StateKey])[] = []
  for (const key of asked) {
    const parts = partsOf(key)
    const kind = folder.recordKinds.find(({ name }) => name === parts?.kind)
    if (!kind || !parts) continue
    const names = (await versionFilesOf(folder, kind, parts.of)).earlier.map(({ name }) => name)
    const [told, newest] = [seen.versionsTold.get(key), seen.newestVersion(key)]
    if (told !== undefined && !names.includes(told)) missed.add(key)
    else if (newest !== undefined && isBehind(names[0] ?? null, newest)) behind.push([kind, parts.of, key])
  }
  if (behind.length === 0) return missed
  const excuseOf = await versionExcuses(folder)
  for (const [kind, id, key] of behind) if ((await excuseOf(kind, id)) === 'none') missed.add(key)
  return missed
}
