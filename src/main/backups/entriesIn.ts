/** Single entries out of a backup, as they were then. */
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import type { RawDisk } from '../disk/rawFiles'
import { decoded } from '../storage/format/fileFormat'
import { recordOfPath } from '../storage/journal/recordOfPath'
import { entryFormat, entryKind } from '../storage/kinds/entryKind'
import { openArchive } from './openArchive'

/** In any order. Throws `not-found` when one is not in it, `unreadable` when one can't be read. */
export async function entriesIn(disk: RawDisk, file: string, ids: readonly EntryId[]): Promise<Entry[]> {
  const wanted = new Set(ids)
  const archive = await openArchive(disk, file)
  try {
    const entries: Entry[] = []
    for (const described of archive.manifest.files) {
      const owner = recordOfPath([entryKind], described.path)
      if (owner && 'id' in owner && wanted.delete(owner.id))
        entries.push(decoded(entryFormat, await archive.read(described)))
    }
    if (wanted.size > 0) throw new Failure('not-found', 'not in this backup')
    return entries
  } finally {
    await archive.close()
  }
}
