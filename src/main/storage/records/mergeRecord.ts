/** Merges what another device made of a record into ours, for kinds that say how. What was there is a version first. Runs under the record's id in the journal's queue. */
import { Low } from 'lowdb'
import { Failure } from '#shared/domain/failure'
import type { StoredRecord } from '#shared/domain/record'
import { digestOf } from '../../disk/fileFingerprint'
import { DurableAdapter } from '../format/DurableAdapter'
import { maxDocumentBytes } from '../format/fileFormat'
import type { RecordKind } from '../kinds/recordKind'
import { contentHash, heldBy, sameContent, united } from './lineage'
import type { ReadableRecord } from './loadRecord'
import type { RecordContext } from './recordContext'

/** Null when the kind leaves the choice to the person. What it writes follows from the two alone, so that two devices come to rest. */
export async function mergedWith<T extends StoredRecord>(
  { kind, folder, lock, versions, clock }: RecordContext<T>,
  ours: ReadableRecord<T>,
  theirs: ReadableRecord<T>,
): Promise<ReadableRecord<T> | null> {
  const content = kind.merge(ours.record, theirs.record)
  if (content === null) return null
  const merged = withBoth(kind, content, ours.record, theirs.record)
  // It holds all of theirs already, or theirs holds all of ours and was not here yet.
  if (sameContent(kind, merged, ours.record)) return ours
  await lock.hold()
  const { bytes } = await folder.disk.files.read(ours.path, maxDocumentBytes)
  if (digestOf(bytes) !== ours.seen.digest) throw new Failure('conflict', 'changed meanwhile')
  await versions.keep(merged.id, ours.record.revision, bytes, clock.instant())
  const adapter = new DurableAdapter(folder.disk, ours.path, kind.format)
  await new Low(adapter, merged).write()
  return adapter.seen ? { ...ours, record: merged, seen: adapter.seen } : ours
}

/** It holds the saves of both, so that it continues each of them wherever it comes; on two devices it is the same. */
function withBoth<T extends StoredRecord>(kind: RecordKind<T>, merged: T, ours: T, theirs: T): T {
  if (ours.saves === undefined && theirs.saves === undefined) return merged
  return { ...merged, saves: united(heldBy(kind, ours), heldBy(kind, theirs)), hash: contentHash(kind, merged) }
}
