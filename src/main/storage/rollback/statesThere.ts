/** Reads all files that hold something of a record, of a day or of the settings, and says which saves are there. Writes nothing. */
import type { Day } from '#shared/domain/day'
import type { Saves, StoredRecord } from '#shared/domain/record'
import { dayLogFilesOf, dayLogPath } from '../dayLogs/dayLogFiles'
import { DurableAdapter } from '../format/DurableAdapter'
import type { FileFormat } from '../format/fileFormat'
import type { DayLogKind, RecordKind } from '../kinds/recordKind'
import { type JournalFolder, settingsName } from '../layout/journalFolder'
import { givenUpNames, givenUpOf } from '../records/givenUp'
import { latestRevision, putAwayOf, savesToSee } from '../records/heldSaves'
import { covers, sameContent, united } from '../records/lineage'
import { type LoadedRecord, loadRecord } from '../records/loadRecord'
import { groupedById, type RecordFile, RecordFiles } from '../records/recordFiles'
import { partsOf, type SeenState, type StateKey, savesOfRevision } from '../records/statePlace'
import { trashFiles } from '../records/trashFiles'
import type { JournalContext } from '../safekeeping/journalContext'
import type { KeptStates } from '../safekeeping/keptStates'
import { isSettingsCopyName } from '../settings/settingsCopies'
import { settingsFormat } from '../settings/settingsFormat'

export interface StateThere {
  /** Among the records or in the trash. */
  readonly isThere: boolean
  readonly day: Day | null
  /** Of the files that are shown, wait for a choice, or lie in the trash. */
  readonly saves: Saves
  /** The latest of theirs: what no app had counted may have been counted since. */
  readonly revision: number
  /** Of copies that sync programs had left, once they were put away. */
  readonly putAway: Saves
  /** On purpose, on whatever device. */
  readonly givenUp: Saves
}

export function isMissed(before: Saves, { isThere, saves, revision, putAway, givenUp }: StateThere): boolean {
  const all = isThere ? [saves, savesOfRevision(revision), putAway, givenUp] : [givenUp]
  return !covers(all.reduce(united), before)
}

/** Null for nothing. */
export function stateOf({ isThere, saves, day }: StateThere): SeenState | null {
  return isThere ? { saves, day } : null
}

type Read = Omit<StateThere, 'givenUp'>

/** Null for what can't be told now: a file can't be read, or is still to come to this computer. */
export async function statesThere(
  { folder, lastStates }: Pick<JournalContext, 'folder' | 'lastStates'>,
  keys: readonly StateKey[],
): Promise<ReadonlyMap<StateKey, StateThere | null>> {
  const found = new Map<StateKey, StateThere | null>()
  const read = reader(folder, lastStates)
  const givenUp = await givenUpNames(folder)
  for (const key of keys) {
    const state = await read(key).catch(() => null)
    found.set(key, state && { ...state, givenUp: await givenUpOf(folder, key, givenUp) })
  }
  return found
}

/** The names are read once for all that is asked. */
function reader(folder: JournalFolder, lastStates: KeptStates | null): (key: StateKey) => Promise<Read | null> {
  const lying = new Map<string, Promise<(id: string) => readonly RecordFile[]>>()
  return async (key) => {
    const parts = partsOf(key)
    if (parts === null) return await ofSettings(folder)
    const record = folder.recordKinds.find(({ name }) => name === parts.kind)
    if (record) {
      const files = lying.get(record.name) ?? filesOf(folder, record)
      lying.set(record.name, files)
      return await ofRecord(folder, record, parts.of, (await files)(parts.of), lastStates)
    }
    const log = folder.dayLogKinds.find(({ name }) => name === parts.kind)
    return log ? await ofDay(folder, log, parts.of) : null
  }
}

async function filesOf(folder: JournalFolder, kind: RecordKind): Promise<(id: string) => readonly RecordFile[]> {
  const live = await groupedById(await new RecordFiles(folder, kind).all())
  const trashed = await groupedById<RecordFile>(await trashFiles(folder, kind))
  return (id) => [...(live.get(id) ?? []), ...(trashed.get(id) ?? [])]
}

async function ofRecord(
  folder: JournalFolder,
  kind: RecordKind,
  id: string,
  files: readonly RecordFile[],
  lastStates: KeptStates | null,
): Promise<Read | null> {
  const records: StoredRecord[] = []
  for (const { path, ours } of files) {
    const loaded = await loadRecord(folder.disk, kind, path)
    if (loaded.kind === 'record' && loaded.record.id === id) records.push(loaded.record)
    else if (loaded.kind !== 'record' && (ours || isOutOfReach(loaded))) return null
  }
  const putAway = await putAwayOf(folder, kind, id)
  const [first] = records
  if (first === undefined) return { isThere: false, day: null, saves: {}, revision: 0, putAway }
  // What was saved here last and says the same as another device's file over it has nothing that is missed.
  const kept = (await lastStates?.of(kind, new Set([id]))) ?? []
  const same = kept.flatMap(({ state }) => (records.some((record) => sameContent(kind, record, state)) ? [state] : []))
  const all = [...records, ...same]
  return { isThere: true, day: kind.dayOf(first), saves: savesToSee(all), revision: latestRevision(all), putAway }
}

/** Under the name of a copy anything may lie there, put by anyone: only what the disk holds back says nothing. */
function isOutOfReach(loaded: LoadedRecord<StoredRecord>): boolean {
  return loaded.kind === 'unreachable' && loaded.failure.code !== 'sealed-elsewhere'
}

async function ofSettings(folder: JournalFolder): Promise<Read> {
  const copies = (await folder.list()).filter(({ name, kind }) => kind === 'file' && isSettingsCopyName(name))
  const paths = copies.map(({ name }) => folder.path(name))
  return await ofFile(folder, folder.path(settingsName), settingsFormat, paths)
}

async function ofDay(folder: JournalFolder, kind: DayLogKind, day: Day): Promise<Read | null> {
  const files = await dayLogFilesOf(folder, kind, day.slice(0, 4))
  const { copies = [] } = files.find((one) => one.day === day) ?? {}
  return await ofFile(folder, dayLogPath(folder, kind, day), kind.format, copies)
}

/** Copies beside it are about to be merged into it; they may be anything. */
async function ofFile<T extends { readonly revision?: number | undefined }>(
  { disk }: JournalFolder,
  path: string,
  format: FileFormat<T>,
  copies: readonly string[],
): Promise<Read> {
  const own = await new DurableAdapter(disk, path, format).read()
  const read = (copy: string) => new DurableAdapter(disk, copy, format).read().catch(() => null)
  const all = [own, ...(await Promise.all(copies.map(read)))]
  const revision = Math.max(...all.map((one) => one?.revision ?? 0))
  return { isThere: own !== null, day: null, saves: savesOfRevision(revision), revision, putAway: {} }
}
