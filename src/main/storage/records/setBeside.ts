/**
 * An own file of a record that was written apart may lie where another state of it belongs, on the day that this one has. It gets a name beside that, as a
 * sync program would have left it, and waits on as such a copy. Runs under the record's id in the journal's queue.
 */
import type { StoredRecord } from '#shared/domain/record'
import { moveDurably } from '../../disk/moveDurably'
import type { ReadableRecord } from './loadRecord'
import type { RecordContext } from './recordContext'

/** The same name for the same file, on whatever device and however often. */
export async function setBeside<T extends StoredRecord>(
  { folder, lock, notices }: Pick<RecordContext<T>, 'folder' | 'lock' | 'notices'>,
  copy: ReadableRecord<T>,
): Promise<ReadableRecord<T>> {
  const mark = copy.seen.digest.replace(/\W/g, '').slice(0, 8)
  const path = copy.path.replace(/\.json$/, ` (apart ${mark}).json`)
  await lock.hold()
  await moveDurably(folder.disk, copy.path, path)
  // From here on the record itself has that name.
  notices.forget('copy', folder.nameOf(copy.path))
  return { ...copy, path }
}
