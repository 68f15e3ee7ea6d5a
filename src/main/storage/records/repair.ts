/** Repairs what was found wrong about a record's files: one own file for each id, copies beside it looked at, damage to the quarantine, the last good copy in its place. */
import type { Day } from '#shared/domain/day'
import { Failure, type FailureCode } from '#shared/domain/failure'
import type { RecordId, StoredRecord } from '#shared/domain/record'
import { maxDocumentBytes } from '../format/fileFormat'
import { staysDamaged } from '../safekeeping/staysDamaged'
import { classifyFiles, type Findings } from './classifyFiles'
import { conflictedCopies } from './conflictedCopies'
import { loadRecord, type ReadableRecord, type UnreachableRecord } from './loadRecord'
import { mergedWith } from './mergeRecord'
import type { RecordContext } from './recordContext'
import type { RecordFile } from './recordFiles'

/** Of files that are there and can't be read now. */
const noticed: Partial<Record<FailureCode, 'being-written' | 'sealed'>> = {
  'being-written': 'being-written',
  'sealed-elsewhere': 'sealed',
}

/** What is left to show of a record; undefined with `newer` or `unreachable` when it is there but not ours to touch. */
export interface Repaired<T extends StoredRecord> {
  readonly found: ReadableRecord<T> | undefined
  readonly findings: Findings<T>
  /** Of another content, left by other programs: they wait for a person's choice. */
  readonly copies: readonly ReadableRecord<T>[]
}

/** To be run under the record's id in the journal's queue. */
export async function repair<T extends StoredRecord>(
  context: RecordContext<T>,
  id: RecordId,
  files: readonly RecordFile[],
): Promise<Repaired<T>> {
  const findings = await settledFindings(context, files)
  const { newer, unreachable, damaged, lower } = findings
  for (const file of newer) raise(context, 'newer', file.path, file.day, false)
  // A newer app's file is the record; the older ones beside it are that app's to settle.
  if (newer.length > 0) return { found: undefined, findings, copies: [] }
  let { best } = findings
  // While one of them can't be read, the highest revision is not known.
  if (unreachable.length === 0) for (const loser of lower) best = best && (await superseded(context, best, loser))
  for (const file of damaged) {
    if (best) await takeAway(context, file, true)
    else best = await replaced(context, id, file)
  }
  for (const { path, failure } of unreachable)
    raise(context, noticed[failure.code] ?? 'unreachable', path, dayOfName(files, path), false)
  if (best) context.notices.wasRead(context.folder.nameOf(best.path))
  // While a file can't be read, what the others say anew is not known.
  if (!best || unreachable.length > 0) return { found: best, findings, copies: [] }
  const compared = await conflictedCopies(context, best, findings.copies)
  return { found: compared.best, findings, copies: compared.waiting }
}

/** What can't be read and is still being written counts as out of reach for now. */
async function settledFindings<T extends StoredRecord>(
  { folder: { disk }, kind, steadyFor }: RecordContext<T>,
  files: readonly RecordFile[],
): Promise<Findings<T>> {
  const first = await classifyFiles(disk, kind, files)
  if (first.damaged.length === 0 || steadyFor === 0) return first
  const stay = await Promise.all(first.damaged.map(({ path }) => staysDamaged(disk, path, kind.format, steadyFor)))
  if (stay.every(Boolean)) return first
  const found = await classifyFiles(disk, kind, files)
  const unsettled = found.damaged.map(({ path }) => beingWritten(path))
  return { ...found, damaged: [], unreachable: [...found.unreachable, ...unsettled] }
}

function beingWritten(path: string): UnreachableRecord {
  return { kind: 'unreachable', path, failure: new Failure('being-written', 'another program writes it') }
}

/** The lower of two own files: merged where its kind says how, and put away in any case. */
async function superseded<T extends StoredRecord>(
  context: RecordContext<T>,
  best: ReadableRecord<T>,
  lower: ReadableRecord<T>,
): Promise<ReadableRecord<T>> {
  const isSame = lower.record.id === best.record.id
  const merged = isSame ? await mergedWith(context, best, lower).catch(() => 'refused' as const) : null
  // What the disk refused to merge stays for the next look.
  if (merged === 'refused') return best
  await setAside(context, lower)
  return merged ?? best
}

async function setAside<T extends StoredRecord>(
  context: RecordContext<T>,
  { record, path }: ReadableRecord<T>,
): Promise<void> {
  try {
    await context.lock.hold()
    await context.versions.accept(record.id, record.revision, path, context.clock.instant())
    raise(context, 'duplicate', path, context.kind.dayOf(record), false)
  } catch {
    // It stays where it is, and the next look finds it again; the higher revision is shown all the same.
  }
}

async function takeAway<T extends StoredRecord>(
  context: RecordContext<T>,
  file: RecordFile,
  restored: boolean,
): Promise<void> {
  try {
    await context.lock.hold()
    const aside = await context.quarantine.take(file.path, context.clock.instant())
    if (aside === 'quarantined') raise(context, aside, file.path, file.day, restored)
  } catch {
    raise(context, 'unreachable', file.path, file.day, restored)
  }
}

/** The last good copy, in place of the damaged file; when the disk refuses, it is shown and the file stays. */
async function replaced<T extends StoredRecord>(
  context: RecordContext<T>,
  id: RecordId,
  file: RecordFile,
): Promise<ReadableRecord<T> | undefined> {
  const version = await context.versions.newestReadable(id).catch(() => 'unreachable' as const)
  if (version === 'unreachable') {
    // Taken away now, the file would leave no sign that a copy is to take its place.
    raise(context, 'unreachable', file.path, file.day, false)
    return undefined
  }
  if (!version) {
    await takeAway(context, file, false)
    return undefined
  }
  const { disk } = context.folder
  const good = { ...version, path: file.path }
  try {
    await context.lock.hold()
    const { bytes } = await disk.files.read(version.path, maxDocumentBytes)
    const aside = await context.quarantine.replace(file.path, bytes, context.clock.instant())
    if (aside === 'quarantined') raise(context, aside, file.path, file.day, true)
  } catch {
    raise(context, 'unreachable', file.path, file.day, true)
    return good
  }
  const loaded = await loadRecord(disk, context.kind, file.path)
  return loaded.kind === 'record' ? loaded : good
}

function raise<T extends StoredRecord>(
  { notices, folder, kind: { name } }: RecordContext<T>,
  kind: 'quarantined' | 'newer' | 'duplicate' | 'unreachable' | 'being-written' | 'sealed',
  path: string,
  day: Day | null,
  restored: boolean,
): void {
  notices.raise({ kind, file: folder.nameOf(path), day, restored, recordKind: name })
}

function dayOfName(files: readonly RecordFile[], path: string): Day | null {
  return files.find((file) => file.path === path)?.day ?? null
}
