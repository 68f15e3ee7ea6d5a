/**
 * Offers back a record that was set aside because it could not be read, and is whole by now: the rest of its bytes came later, or this version of the app
 * knows its form. Runs under the record's id in the journal's queue.
 */
import type { StoredRecord } from '#shared/domain/record'
import { createDurably } from '../../disk/createDurably'
import { errorCode } from '../../disk/files'
import { besidePath, foundAmong, type Lying } from './bringBackState'
import { relationOf, sameContent } from './lineage'
import type { ReadableRecord } from './loadRecord'
import type { RecordContext } from './recordContext'

/** `known`: what is there says it too, or goes on from it; `stays`: that can't be told now. */
export type Offered = 'offered' | 'known' | 'stays'

export async function offerBack<T extends StoredRecord>(
  context: RecordContext<T>,
  aside: ReadableRecord<T>,
  bytes: Uint8Array,
  { live, trashed }: Lying,
): Promise<Offered> {
  const { folder, kind, files, lock } = context
  const { record } = aside
  const lying = live.length > 0 ? live : trashed
  const { best, copies } = await foundAmong(context, lying)
  if (best === undefined && lying.length > 0) return 'stays'
  for (const there of best ? [best, ...copies] : []) if (await isKnown(context, there, aside)) return 'known'
  const path = best && live.length > 0 ? besidePath(context, best, record, 'quarantine') : files.path(record)
  await lock.hold()
  try {
    const day = kind.dayOf(best && live.length > 0 ? best.record : record)
    await folder.inside(files.folderNames(day), () => createDurably(folder.disk, path, bytes))
  } catch (error) {
    // It is there already, and waits.
    if (errorCode(error) !== 'EEXIST') throw error
  }
  return 'offered'
}

async function isKnown<T extends StoredRecord>(
  { kind, versions }: RecordContext<T>,
  there: ReadableRecord<T>,
  aside: ReadableRecord<T>,
): Promise<boolean> {
  const relation = relationOf(kind, there.record, aside.record)
  if (relation === 'same' || relation === 'continues') return true
  if (sameContent(kind, there.record, aside.record)) return true
  return relation === 'uncounted' && (await versions.holds(aside))
}
