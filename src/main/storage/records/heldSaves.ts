/** All saves that some files of a record hold together. */
import type { Saves, StoredRecord } from '#shared/domain/record'
import type { RecordKind } from '../kinds/recordKind'
import type { JournalFolder } from '../layout/journalFolder'
import { united } from './lineage'
import { loadRecord } from './loadRecord'
import { savesOfRevision } from './statePlace'
import { versionFilesOf } from './versionFiles'

/** All saves of what sync programs had left of a record, once it was put away, with the latest revision. */
export async function putAwayOf(folder: JournalFolder, kind: RecordKind, id: string): Promise<Saves> {
  const records: StoredRecord[] = []
  for (const { name } of (await versionFilesOf(folder, kind, id)).copies) {
    const loaded = await loadRecord(folder.disk, kind, folder.path(...kind.versions, id, name))
    if (loaded.kind === 'record' && loaded.record.id === id) records.push(loaded.record)
  }
  return united(allSaves(records), savesOfRevision(latestRevision(records)))
}

/** As they stand in the files: what an app that does not count made of them is not among them. */
export function allSaves(records: readonly StoredRecord[]): Saves {
  return records.reduce<Saves>((all, { saves = {} }) => united(all, saves), {})
}

export function latestRevision(records: readonly Pick<StoredRecord, 'revision'>[]): number {
  return Math.max(0, ...records.map(({ revision }) => revision))
}

/** What is remembered of them: where no app has counted their saves, the revision is all there is to tell an earlier state. */
export function savesToSee(records: readonly StoredRecord[]): Saves {
  const saves = allSaves(records)
  return Object.keys(saves).length > 0 ? saves : savesOfRevision(latestRevision(records))
}
