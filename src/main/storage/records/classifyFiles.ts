/** Reads all files that claim one entry's id and sorts them by what they are. Writes nothing. */
import type { Entry } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import type { Disk } from '../../disk/disk'
import type { EntryFile } from './entryFiles'
import { type LoadedEntry, loadEntry } from './loadEntry'

export type ReadableEntry = Extract<LoadedEntry, { kind: 'entry' }>

export interface Findings {
  /** Of our own files the highest revision, whatever copies lie beside it; the best of the copies when our own is missing or damaged. */
  readonly best: ReadableEntry | undefined
  /** Whether a copy stands in for the entry's own file. */
  readonly standsIn: boolean
  /** Our own files of lower revisions: a crash while the entry got another day. */
  readonly lower: readonly ReadableEntry[]
  /** The other files that sync programs left beside it. */
  readonly copies: readonly ReadableEntry[]
  readonly damaged: readonly EntryFile[]
  readonly newer: readonly EntryFile[]
  readonly unreachable: readonly Extract<LoadedEntry, { kind: 'unreachable' }>[]
}

export async function classifyFiles(disk: Disk, files: readonly EntryFile[]): Promise<Findings> {
  const loaded = await Promise.all(files.map(async (file) => ({ file, result: await loadEntry(disk, file.path) })))
  const readable = (which: (file: EntryFile, entry: Entry) => boolean) =>
    loaded
      .flatMap(({ file, result }) => (result.kind === 'entry' && which(file, result.entry) ? [result] : []))
      .sort(bestFirst)
  const [own, ...lower] = readable(({ ours }) => ours)
  // A copy with a foreign name is somebody's file unless it holds this very entry.
  const foreign = readable(({ ours, id }, entry) => !ours && entry.id === id)
  // What can't be read now is neither missing nor damaged: no copy takes its place. A newer app's file is the entry, whatever else is found.
  const isThere = loaded.some(({ file, result }) => file.ours && result.kind === 'unreachable')
  const standIn = own || isThere ? undefined : foreign[0]
  const oursThat = (kind: LoadedEntry['kind']) =>
    loaded.flatMap(({ file, result }) => (file.ours && result.kind === kind ? [file] : []))
  return {
    best: own ?? standIn,
    standsIn: standIn !== undefined,
    lower,
    copies: foreign.filter((copy) => copy !== standIn),
    damaged: oursThat('damaged'),
    newer: oursThat('newer'),
    unreachable: loaded.flatMap(({ result }) => (result.kind === 'unreachable' ? [result] : [])),
  }
}

/** For who asked for this very entry: says why it can't be had, when that is not simply its absence. */
export function refuseUntouchable({ newer, unreachable }: Findings): void {
  if (newer.length > 0) throw new Failure('newer-schema', 'written by a newer version of the app')
  const [first] = unreachable
  if (first) throw first.failure
}

/** Two devices can make the same revision: then the later one, then the name, so that every device decides alike. */
function bestFirst(a: ReadableEntry, b: ReadableEntry): number {
  const byTime = a.entry.updated.at < b.entry.updated.at ? 1 : a.entry.updated.at > b.entry.updated.at ? -1 : 0
  return b.entry.revision - a.entry.revision || byTime || (a.path < b.path ? -1 : 1)
}
