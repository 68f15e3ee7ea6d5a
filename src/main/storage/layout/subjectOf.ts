/**
 * What a file of a journal is of, by its place alone: the same for every file of one record, of one day and of the settings, wherever the journal puts it
 * byte for byte. A sealed file is bound to it, so that no other one can be put in its place.
 */
import { recordIdSchema } from '#shared/domain/record'
import { isDayLogKind, isRecordKind, type Kind, type RecordKind } from '../kinds/recordKind'
import { dayLogNameTells } from './dayLogName'
import { folderNames, isSettingsName } from './journalFolder'
import { quarantinedName } from './quarantineName'
import { recordNameTells } from './recordName'
import { isYearFolder } from './yearFolder'

type Names = readonly string[]

/** `names` is the path inside the folder that has what a person wrote. It stands in files: what it answers never changes. */
export function subjectOf(kinds: readonly Kind[], names: Names): string {
  const [parents, name] = [names.slice(0, -1), names.at(-1) ?? '']
  const [top] = parents
  const found = top === folderNames.quarantine ? ofQuarantined(kinds, name) : inPlace(kinds, parents, name)
  // A sync program may write the letters of a name in another form.
  return found ?? `path ${names.join('/').normalize('NFC')}`
}

function inPlace(kinds: readonly Kind[], parents: Names, name: string): string | undefined {
  if (parents.length === 0 ? isSettingsName(name) : isSame(parents, [folderNames.versions, 'settings']))
    return 'settings'
  for (const kind of kinds) {
    const found = isRecordKind(kind) ? recordAt(kind, parents, name) : dayAt(kind, parents, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** Their ids are their own across all kinds. */
function recordAt(kind: RecordKind, parents: Names, name: string): string | undefined {
  const [above, last] = [parents.slice(0, -1), parents.at(-1) ?? '']
  if (isSame(above, kind.versions) && recordIdSchema.safeParse(last).success) return ofRecord(last)
  const isAmong = kind.isDated ? isSame(above, [kind.folder]) && isYearFolder(last) : isSame(parents, [kind.folder])
  const told = isAmong || isSame(parents, kind.trash) ? recordNameTells(kind, name) : undefined
  return told && ofRecord(told.id)
}

function dayAt(kind: Kind, parents: Names, name: string): string | undefined {
  const isAmong = parents.length === 2 && parents[0] === kind.folder && isYearFolder(parents[1] ?? '')
  const told = isAmong || isSame(parents, [folderNames.versions, kind.folder]) ? dayLogNameTells(name) : undefined
  return told && ofDay(kind, told.day)
}

/** The name is all there is of its place. */
function ofQuarantined(kinds: readonly Kind[], name: string): string | undefined {
  const before = quarantinedName(name)
  if (before === undefined) return undefined
  if (isSettingsName(before)) return 'settings'
  const [record] = kinds.filter(isRecordKind).flatMap((kind) => recordNameTells(kind, before) ?? [])
  if (record) return ofRecord(record.id)
  const [told, kind] = [dayLogNameTells(before), kinds.find(isDayLogKind)]
  return told && kind && ofDay(kind, told.day)
}

function ofRecord(id: string): string {
  return `record ${id}`
}

function ofDay({ name }: Kind, day: string): string {
  return `day ${name} ${day}`
}

function isSame(one: Names, other: Names): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at])
}
