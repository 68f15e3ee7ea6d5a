/** Reads all files that claim one entry's id and sorts them by what they are. Writes nothing. */
import { Failure } from '#shared/domain/failure'
import type { Disk } from './disk'
import type { EntryFile } from './entryFiles'
import { type LoadedEntry, loadEntry } from './loadEntry'

export type ReadableEntry = Extract<LoadedEntry, { kind: 'entry' }>

export interface Findings {
  /** The highest revision. */
  readonly best: ReadableEntry | undefined
  readonly lower: readonly ReadableEntry[]
  readonly damaged: readonly EntryFile[]
  readonly newer: readonly EntryFile[]
  readonly unreachable: readonly Extract<LoadedEntry, { kind: 'unreachable' }>[]
}

export async function inspectFiles(disk: Disk, files: readonly EntryFile[]): Promise<Findings> {
  const loaded = await Promise.all(files.map(async (file) => ({ file, result: await loadEntry(disk, file.path) })))
  const readable = loaded.flatMap(({ file, result }) =>
    // A copy with a foreign name is somebody's file unless it holds this very entry.
    result.kind === 'entry' && (file.ours || result.entry.id === file.id) ? [result] : [],
  )
  const [best, ...lower] = readable.sort(bestFirst)
  const oursThat = (kind: LoadedEntry['kind']) =>
    loaded.flatMap(({ file, result }) => (file.ours && result.kind === kind ? [file] : []))
  return {
    best,
    lower,
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
