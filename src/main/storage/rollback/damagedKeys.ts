/** What the person was told of as damaged in this run. The names in quarantine say nothing of it: anyone can put one there. */
import type { Notice } from '#shared/contract/health'
import { dayLogNameTells } from '../layout/dayLogName'
import type { FileNotices } from '../layout/fileNotices'
import { type JournalFolder, settingsName } from '../layout/journalFolder'
import { recordNameTells } from '../layout/recordName'
import { keyOf, type StateKey, settingsKey } from '../records/statePlace'

export function damagedKeys(
  folder: JournalFolder,
  { damaged }: Pick<FileNotices, 'damaged'>,
): ReadonlyMap<StateKey, readonly Notice[]> {
  const found = new Map<StateKey, Notice[]>()
  for (const notice of damaged) {
    const key = keyOfNotice(folder, notice)
    if (key !== null) found.set(key, [...(found.get(key) ?? []), notice])
  }
  return found
}

/** Null for what is not compared with what was seen, and for copies beside it. */
function keyOfNotice(folder: JournalFolder, { file, recordKind }: Notice): StateKey | null {
  if (file === settingsName) return settingsKey
  const name = file.slice(file.lastIndexOf('/') + 1)
  const record = folder.recordKinds.find((kind) => kind.name === recordKind)
  const log = folder.dayLogKinds.find((kind) => kind.name === recordKind)
  const told = record ? recordNameTells(record, name) : log && dayLogNameTells(name)
  if (recordKind === undefined || !told?.ours) return null
  return keyOf({ kind: recordKind, of: 'id' in told ? told.id : told.day })
}
