/** What becomes of the copies that sync programs left beside a record: one that says nothing new goes to the versions, one that its kind can merge is merged, another waits for a person's choice. */
import type { Notice } from '#shared/contract/health'
import type { CopyId } from '#shared/domain/entry/copy'
import type { StoredRecord } from '#shared/domain/record'
import { digestOf } from '../../disk/fileFingerprint'
import type { JournalFolder } from '../layout/journalFolder'
import { continuedBy } from './continueRecord'
import { relationOf, sameContent } from './lineage'
import type { ReadableRecord } from './loadRecord'
import { mergedWith } from './mergeRecord'
import type { RecordContext } from './recordContext'
import { setBeside } from './setBeside'

/** Of this file with this content: a choice made for what was seen does not hold for what came later. */
export function copyIdOf(folder: JournalFolder, { path, seen }: ReadableRecord<StoredRecord>): CopyId {
  return digestOf(Buffer.from(`${folder.nameOf(path)} ${seen.digest}`, 'utf8'))
}

export interface Compared<T extends StoredRecord> {
  /** With what was merged into it. */
  readonly best: ReadableRecord<T>
  /** Those that wait for a choice. */
  readonly waiting: readonly ReadableRecord<T>[]
}

/** To be run under the record's id in the journal's queue; never throws. */
export async function conflictedCopies<T extends StoredRecord>(
  context: RecordContext<T>,
  ours: ReadableRecord<T>,
  copies: readonly ReadableRecord<T>[],
): Promise<Compared<T>> {
  let best = ours
  const waiting: ReadableRecord<T>[] = []
  for (const copy of await withRoom(context, ours, copies)) {
    // An own file that holds another record says nothing about this one.
    if (copy.record.id !== best.record.id) continue
    const next = await joined(context, best, copy).catch(() => null)
    if (next === null) {
      waiting.push(copy)
      context.notices.raise(copyNotice(context, best, copy))
      continue
    }
    best = next
    // When the disk refuses, it stays where it is and the next look finds it again.
    await archiveCopy(context, copy).catch(() => undefined)
  }
  return { best, waiting }
}

/** One that takes the place of ours may belong where another one lies that was written apart. */
async function withRoom<T extends StoredRecord>(
  context: RecordContext<T>,
  ours: ReadableRecord<T>,
  copies: readonly ReadableRecord<T>[],
): Promise<readonly ReadableRecord<T>[]> {
  const { kind, files } = context
  const related = copies.map((copy) => ({ copy, relation: relationOf(kind, ours.record, copy.record) }))
  const needed = new Set(
    related.flatMap(({ copy, relation }) => (relation === 'continued' ? [files.path(copy.record)] : [])),
  )
  return await Promise.all(
    related.map(async ({ copy, relation }) =>
      relation === 'apart' && needed.has(copy.path) ? await setBeside(context, copy).catch(() => copy) : copy,
    ),
  )
}

/** What is the record once a copy beside it was looked at; null while the two wait for a choice. */
async function joined<T extends StoredRecord>(
  context: RecordContext<T>,
  best: ReadableRecord<T>,
  copy: ReadableRecord<T>,
): Promise<ReadableRecord<T> | null> {
  const relation = relationOf(context.kind, best.record, copy.record)
  if (relation === 'continues' || relation === 'same') return best
  if (relation === 'continued') return await continuedBy(context, best, copy)
  // Apart, an earlier state that says the same is another person's way to it, but an uncounted one is only a late file.
  const isKnown =
    sameContent(context.kind, best.record, copy.record) ||
    (relation === 'uncounted' && (await context.versions.holds(copy).catch(() => false)))
  return isKnown ? best : await mergedWith(context, best, copy)
}

export function copyNotice<T extends StoredRecord>(
  { folder, kind }: Pick<RecordContext<T>, 'folder' | 'kind'>,
  { record }: ReadableRecord<T>,
  copy: ReadableRecord<T>,
): Notice {
  return {
    kind: 'copy',
    file: folder.nameOf(copy.path),
    day: kind.dayOf(record),
    restored: false,
    recordKind: kind.name,
    record: record.id,
  }
}

/** The copy goes to the versions, byte for byte. */
export async function archiveCopy<T extends StoredRecord>(
  { lock, versions, notices, folder, clock }: RecordContext<T>,
  copy: ReadableRecord<T>,
): Promise<void> {
  await lock.hold()
  await versions.acceptCopy(copy.record.id, copy.record.revision, copy.path, clock.instant())
  // The same name can come again with other words.
  notices.forget('copy', folder.nameOf(copy.path))
}

/** The record, or one of its versions, says the same already. */
export async function saysNothingNew<T extends StoredRecord>(
  { kind, versions }: Pick<RecordContext<T>, 'kind' | 'versions'>,
  best: ReadableRecord<T>,
  copy: ReadableRecord<T>,
): Promise<boolean> {
  if (sameContent(kind, best.record, copy.record)) return true
  return await versions.holds(copy).catch(() => false)
}
