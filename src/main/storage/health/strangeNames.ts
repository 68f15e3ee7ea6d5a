/** Files in the journal's folders with names that the app gives to none. */
import type { Finding } from '#shared/domain/health/finding'
import type { FileKind } from '../../disk/files'
import { agesOf } from '../dayLogs/dayLogFiles'
import { isRecordKind, type Kind, type RecordKind } from '../kinds/recordKind'
import { dayLogNameTells } from '../layout/dayLogName'
import { inboxName } from '../layout/inboxes'
import { folderNames } from '../layout/journalFolder'
import { lockHolder } from '../layout/processLockName'
import { recordNameTells } from '../layout/recordName'
import { isYearFolder } from '../layout/yearFolder'
import { givenUpFolder, isGivenUpName } from '../records/givenUp'
import { agesName } from '../records/purgeTrash'
import { trashNameTells } from '../records/trashFiles'
import { finding, isUsualLitter, type Look } from './look'

type IsOurs = (name: string, kind: FileKind) => boolean

const isYear: IsOurs = (name, kind) => kind === 'folder' && isYearFolder(name)

export async function* strangeNames(look: Look): AsyncGenerator<Finding> {
  for (const kind of look.folder.kinds) {
    yield* ofKind(look, kind)
    if (isRecordKind(kind)) yield* inTrash(look, kind)
  }
  yield* strangers(look, givenUpFolder, (name, found) => found === 'file' && isGivenUpName(name))
  yield* strangers(look, [folderNames.locks], (name, found) => found === 'file' && lockHolder(name) !== undefined)
}

async function* ofKind(look: Look, kind: Kind): AsyncGenerator<Finding> {
  const isRecord: IsOurs = (name, found) =>
    found === 'file' && (isRecordKind(kind) ? recordNameTells(kind, name) : dayLogNameTells(name)) !== undefined
  const isInbox: IsOurs = (name, found) => found === 'folder' && name === inboxName && kind.inbox !== null
  const isDated = !isRecordKind(kind) || kind.isDated
  yield* strangers(look, [kind.folder], (...named) => isInbox(...named) || (isDated ? isYear : isRecord)(...named))
  if (!isDated) return
  for (const { name, kind: found } of await look.folder.list(kind.folder))
    if (isYear(name, found)) yield* strangers(look, [kind.folder, name], isRecord)
}

async function* inTrash(look: Look, kind: RecordKind): AsyncGenerator<Finding> {
  const others = look.folder.recordKinds.filter(({ trash }) => trash.length > kind.trash.length)
  const isOthers: IsOurs = (name, found) =>
    (found === 'folder' && others.some(({ trash }) => trash[kind.trash.length] === name)) ||
    [givenUpFolder, ...look.folder.dayLogKinds.map(agesOf)].some(
      (ours) => ours.join('/') === [...kind.trash, name].join('/'),
    )
  yield* strangers(
    look,
    kind.trash,
    (name, found) =>
      isOthers(name, found) || (found === 'file' && (name === agesName || trashNameTells(kind, name) !== undefined)),
  )
}

async function* strangers(look: Look, names: readonly string[], isOurs: IsOurs): AsyncGenerator<Finding> {
  for (const { name, kind } of await look.folder.list(...names)) {
    if (!isOurs(name, kind) && !isUsualLitter(name)) yield finding(look, 'foreign', look.folder.path(...names, name))
  }
}
