/** Removes files that were being written when a process died. Only names of our own pattern, only in folders that only the lock's owner writes to. */

import { isTemporaryName } from '../../disk/temporaryName'
import { dayLogYears } from '../dayLogs/dayLogFiles'
import { folderNames, type JournalFolder } from '../layout/journalFolder'
import { RecordFiles } from '../records/recordFiles'

/** `everywhere` after a crash; else only at the top, where a first start that died before it had the lock leaves its one. */
export async function sweepTemporaries(folder: JournalFolder, everywhere: boolean): Promise<void> {
  const { versions, trash, quarantine, keys } = folderNames
  if (!everywhere) {
    for (const names of [[], [keys]]) await sweep(folder, names)
    return
  }
  const places: (readonly string[])[] = [[], [versions], [trash], [quarantine], [keys]]
  for (const kind of folder.recordKinds) {
    places.push(kind.versions, kind.trash, [kind.folder])
    for (const year of await new RecordFiles(folder, kind).years()) places.push([kind.folder, year])
  }
  for (const kind of folder.dayLogKinds)
    for (const year of await dayLogYears(folder, kind)) places.push([kind.folder, year])
  for (const path of new Set(places.map((names) => names.join('/'))))
    await sweep(folder, path === '' ? [] : path.split('/'))
}

async function sweep(folder: JournalFolder, names: readonly string[]): Promise<void> {
  for (const { name, kind } of await folder.list(...names)) {
    if (kind === 'file' && isTemporaryName(name)) await folder.disk.files.remove(folder.path(...names, name))
  }
}
