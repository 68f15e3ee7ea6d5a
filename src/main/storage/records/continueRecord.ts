/** Puts a state that holds all saves of ours in its place: what a sync program brought beside it is the newer one. Ours is a version first. Runs under the record's id in the journal's queue. */
import { Low } from 'lowdb'
import { Failure } from '#shared/domain/failure'
import type { StoredRecord } from '#shared/domain/record'
import { exists } from '../../disk/exists'
import { digestOf } from '../../disk/fileFingerprint'
import { removeDurably } from '../../disk/removeDurably'
import { DurableAdapter } from '../format/DurableAdapter'
import { maxDocumentBytes } from '../format/fileFormat'
import type { ReadableRecord } from './loadRecord'
import type { RecordContext } from './recordContext'
import { stillThere } from './stillThere'

export async function continuedBy<T extends StoredRecord>(
  { kind, folder, files, lock, versions, clock }: RecordContext<T>,
  ours: ReadableRecord<T>,
  newer: ReadableRecord<T>,
): Promise<ReadableRecord<T>> {
  await lock.hold()
  const { bytes } = await folder.disk.files.read(ours.path, maxDocumentBytes)
  if (digestOf(bytes) !== ours.seen.digest) throw new Failure('conflict', 'changed meanwhile')
  await versions.keep(newer.record.id, ours.record.revision, bytes, clock.instant())
  const path = files.path(newer.record)
  const adapter = new DurableAdapter(folder.disk, path, kind.format, async () => {
    if (path === ours.path) await stillThere(folder.disk, ours)
    // Another state of it, written apart: it has no copy.
    else if (path !== newer.path && (await exists(folder.disk, path)))
      throw new Failure('conflict', 'its place is taken')
  })
  await folder.inside(files.folderNames(kind.dayOf(newer.record)), () => new Low(adapter, newer.record).write())
  // The newer one is on the disk before ours goes, as with a save.
  if (ours.path !== path) await removeDurably(folder.disk, ours.path)
  return adapter.seen ? { kind: 'record', path, record: newer.record, seen: adapter.seen } : newer
}
