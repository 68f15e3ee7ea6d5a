/** Files in the journal's folders with names that the app gives to none. */
import type { Finding } from '#shared/domain/health/finding'
import type { FileKind } from '../../disk/files'
import { captureNameTells } from '../dayLogs/captureFiles'
import { inboxName } from '../layout/inboxes'
import { folderNames } from '../layout/journalFolder'
import { lockHolder } from '../layout/processLockName'
import { entryNameTells } from '../records/entryFiles'
import { agesNames } from '../records/purgeTrash'
import { trashNameTells } from '../records/trashFiles'
import { finding, isUsualLitter, type Look } from './look'

const agesFiles: ReadonlySet<string> = new Set(Object.values(agesNames))

type IsOurs = (name: string, kind: FileKind) => boolean

const isYear: IsOurs = (name, kind) => kind === 'folder' && /^\d{4}$/.test(name)
const isYearOrInbox: IsOurs = (name, kind) => isYear(name, kind) || (kind === 'folder' && name === inboxName)
const files =
  (isOurs: (name: string) => boolean): IsOurs =>
  (name, kind) =>
    kind === 'file' && isOurs(name)

export async function* strangeNames(look: Look): AsyncGenerator<Finding> {
  const { entries, captures, trash, locks } = folderNames
  yield* strangers(look, [entries], isYearOrInbox)
  for (const year of await years(look, entries))
    yield* strangers(
      look,
      [entries, year],
      files((name) => entryNameTells(name) !== undefined),
    )
  yield* strangers(look, [captures], isYearOrInbox)
  for (const year of await years(look, captures))
    yield* strangers(
      look,
      [captures, year],
      files((name) => captureNameTells(name) !== undefined),
    )
  yield* strangers(
    look,
    [trash],
    files((name) => agesFiles.has(name) || trashNameTells(name) !== undefined),
  )
  yield* strangers(
    look,
    [locks],
    files((name) => lockHolder(name) !== undefined),
  )
}

async function years({ folder }: Look, name: string): Promise<string[]> {
  return (await folder.list(name)).flatMap((item) => (isYear(item.name, item.kind) ? [item.name] : []))
}

async function* strangers(look: Look, names: readonly string[], isOurs: IsOurs): AsyncGenerator<Finding> {
  for (const { name, kind } of await look.folder.list(...names)) {
    if (!isOurs(name, kind) && !isUsualLitter(name)) yield finding(look, 'foreign', look.folder.path(...names, name))
  }
}
