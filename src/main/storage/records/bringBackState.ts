/** Brings back what this device saved last of a record, where the disk has lost it: as a second version, to be looked at like any other. Runs under the record's id in the journal's queue. */
import type { StoredRecord } from '#shared/domain/record'
import { createDurably } from '../../disk/createDurably'
import { errorCode } from '../../disk/files'
import { encoded } from '../format/fileFormat'
import { classifyFiles, type Findings } from './classifyFiles'
import { eachGivenUp, type givenUpNames } from './givenUp'
import { contentHash, covers, heldBy, relationOf } from './lineage'
import type { ReadableRecord } from './loadRecord'
import type { RecordContext } from './recordContext'
import type { RecordFile } from './recordFiles'
import { keyOf } from './statePlace'

/** `passed`: what lies there continues it, and it need not be kept any longer. */
export type Outcome = 'passed' | 'kept' | 'brought back'

/** The files of the record. */
export interface Lying {
  readonly live: readonly RecordFile[]
  readonly trashed: readonly RecordFile[]
}

/** The names of all that was given up. */
export type GivenUpNames = Awaited<ReturnType<typeof givenUpNames>>

export async function bringBackState<T extends StoredRecord>(
  context: RecordContext<T>,
  state: T,
  { live, trashed }: Lying,
  givenUp: GivenUpNames,
): Promise<Outcome> {
  const { folder, kind, files } = context
  const { best, copies } = await foundAmong(context, live.length > 0 ? live : trashed)
  // Erased by a person, or away: neither is a reason to bring it back.
  if (best === undefined) return 'kept'
  const relation = relationOf(kind, best.record, state)
  if (relation === 'continues') return 'passed'
  if (relation === 'same' || relation === 'uncounted') return 'kept'
  // It waits for a choice already, as the sync program named it.
  const holdsIt = ({ record }: ReadableRecord<T>) => ['same', 'continues'].includes(relationOf(kind, record, state))
  if (live.length > 0 && copies.some(holdsIt)) return 'kept'
  if (await wasGivenUp(context, state, givenUp)) return 'kept'
  const path = live.length > 0 ? besidePath(context, best, state, 'kept') : files.path(state)
  await context.lock.hold()
  const bytes = encoded(kind.format, state)
  const day = kind.dayOf(live.length > 0 ? best.record : state)
  try {
    await folder.inside(files.folderNames(day), () => createDurably(folder.disk, path, bytes))
    return 'brought back'
  } catch (error) {
    // It is there already, and waits.
    if (errorCode(error) === 'EEXIST') return 'kept'
    throw error
  }
}

/** Erased, or left behind by going back to a backup, by a person who saw all of it. */
async function wasGivenUp<T extends StoredRecord>(
  { folder, kind }: RecordContext<T>,
  state: T,
  names: GivenUpNames,
): Promise<boolean> {
  const held = heldBy(kind, state)
  for await (const saves of eachGivenUp(folder, keyOf({ kind: kind.name, of: state.id }), names))
    if (covers(saves, held)) return true
  return false
}

/** Nothing also where one can't be read now, or a newer app's file is it. */
export async function foundAmong<T extends StoredRecord>(
  { folder, kind }: RecordContext<T>,
  files: readonly RecordFile[],
): Promise<Pick<Findings<T>, 'best' | 'copies'>> {
  const { best, copies, newer, unreachable } = await classifyFiles(folder.disk, kind, files)
  return newer.length + unreachable.length > 0 ? { best: undefined, copies: [] } : { best, copies }
}

/** The same name for the same state, on whatever device and however often. */
export function besidePath<T extends StoredRecord>(
  { kind, files }: RecordContext<T>,
  best: ReadableRecord<T>,
  state: T,
  from: 'kept' | 'quarantine',
): string {
  return files.path(best.record).replace(/\.json$/, ` (${from} ${contentHash(kind, state).slice(0, 8)}).json`)
}
