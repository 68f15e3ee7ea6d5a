/** Reads all files that claim one record's id and sorts them by what they are. Writes nothing. */
import { Failure } from '#shared/domain/failure'
import type { StoredRecord } from '#shared/domain/record'
import type { Disk } from '../../disk/disk'
import type { RecordKind } from '../kinds/recordKind'
import { relationOf } from './lineage'
import { type LoadedRecord, loadRecord, type ReadableRecord, type UnreachableRecord } from './loadRecord'
import type { RecordFile } from './recordFiles'

export interface Findings<T extends StoredRecord> {
  /** Of our own files the highest revision, whatever copies lie beside it; the best of the copies when our own is missing or damaged. */
  readonly best: ReadableRecord<T> | undefined
  /** Whether a copy stands in for the record's own file. */
  readonly standsIn: boolean
  /** Our own files that the best one continues: a crash while the record got another day. */
  readonly lower: readonly ReadableRecord<T>[]
  /** The other files that sync programs left beside it, and own ones that another device wrote apart. */
  readonly copies: readonly ReadableRecord<T>[]
  readonly damaged: readonly RecordFile[]
  readonly newer: readonly RecordFile[]
  readonly unreachable: readonly UnreachableRecord[]
}

export async function classifyFiles<T extends StoredRecord>(
  disk: Disk,
  kind: Pick<RecordKind<T>, 'format' | 'contentOf'>,
  files: readonly RecordFile[],
): Promise<Findings<T>> {
  const loaded = await Promise.all(
    files.map(async (file) => ({ file, result: await loadRecord(disk, kind, file.path) })),
  )
  const readable = (which: (file: RecordFile, record: T) => boolean) =>
    loaded
      .flatMap(({ file, result }) => (result.kind === 'record' && which(file, result.record) ? [result] : []))
      .sort(bestFirst)
  const {
    best: own,
    lower,
    apart,
  } = sorted(
    kind,
    readable(({ ours }) => ours),
  )
  // A copy with a foreign name is another program's file unless it holds this very record.
  const foreign = readable(({ ours, id }, record) => !ours && record.id === id)
  // What can't be read now is neither missing nor damaged: no copy takes its place. A newer app's file is the record, whatever else is found.
  const isThere = loaded.some(({ file, result }) => file.ours && result.kind === 'unreachable')
  const standIn = own || isThere ? undefined : foreign[0]
  const oursThat = (found: LoadedRecord<T>['kind']) =>
    loaded.flatMap(({ file, result }) => (file.ours && result.kind === found ? [file] : []))
  return {
    best: own ?? standIn,
    standsIn: standIn !== undefined,
    lower,
    copies: [...apart, ...foreign.filter((copy) => copy !== standIn)],
    damaged: oursThat('damaged'),
    newer: oursThat('newer'),
    unreachable: loaded.flatMap(({ result }) => (result.kind === 'unreachable' ? [result] : [])),
  }
}

/** Of our own files with one id the one that continues the others; of those that do not know of each other the highest revision. */
function sorted<T extends StoredRecord>(kind: Pick<RecordKind<T>, 'contentOf'>, own: readonly ReadableRecord<T>[]) {
  const [first, ...others] = own
  if (first === undefined || others.length === 0) return { best: first, lower: [], apart: [] }
  const best = others.reduce(
    (so, other) => (relationOf(kind, so.record, other.record) === 'continued' ? other : so),
    first,
  )
  const rest = own.filter((file) => file !== best)
  const isApart = ({ record }: ReadableRecord<T>) =>
    record.id === best.record.id && relationOf(kind, best.record, record) === 'apart'
  return { best, lower: rest.filter((file) => !isApart(file)), apart: rest.filter(isApart) }
}

/** For a request for this very record: says why it can't be had, when that is not simply its absence. */
export function refuseUntouchable({ newer, unreachable }: Pick<Findings<StoredRecord>, 'newer' | 'unreachable'>): void {
  if (newer.length > 0) throw new Failure('newer-schema', 'written by a newer version of the app')
  const [first] = unreachable
  if (first) throw first.failure
}

/** Two devices can make the same revision: then the later one, then the name, so that every device decides alike. */
function bestFirst(a: ReadableRecord<StoredRecord>, b: ReadableRecord<StoredRecord>): number {
  const [one, other] = [a.record, b.record]
  const byTime = one.updated.at < other.updated.at ? 1 : one.updated.at > other.updated.at ? -1 : 0
  return other.revision - one.revision || byTime || (a.path < b.path ? -1 : 1)
}
