/** Looks at the earlier states: whether each can be read, and whether the entry is there of which they are. */
import { entryIdSchema } from '#shared/domain/entry/entry'
import type { Finding } from '#shared/domain/health/finding'
import { folderNames } from '../layout/journalFolder'
import { entryFormat } from '../records/entryFormat'
import { versionFilesOf } from '../records/versionFiles'
import type { EntryCheck } from './entryCheck'
import { finding, isUsualLitter, type Look, troubleOf } from './look'

/** Files of other devices that were merged or replaced; they are never read again. */
const others: readonly string[] = ['settings', folderNames.captures]

export async function* versionFindings(look: Look, entries: EntryCheck): AsyncGenerator<Finding> {
  const { folder } = look
  for (const { name, kind } of await folder.list(folderNames.versions)) {
    const isEntry = kind === 'folder' && entryIdSchema.safeParse(name).success
    if (isEntry) yield* ofEntry(look, entries, name)
    else if (!isUsualLitter(name) && !(kind === 'folder' && others.includes(name)))
      yield finding(look, 'foreign', folder.path(folderNames.versions, name))
  }
}

async function* ofEntry(look: Look, entries: EntryCheck, id: string): AsyncGenerator<Finding> {
  const path = (...names: string[]) => look.folder.path(folderNames.versions, id, ...names)
  const { earlier, copies, foreign } = await versionFilesOf(look.folder, id)
  for (const { name } of [...earlier, ...copies]) {
    const trouble = await troubleOf(look, path(name), entryFormat)
    // The words themselves are not out of reach by it: the entry is elsewhere.
    if (trouble) yield finding(look, trouble, path(name), { entry: id })
  }
  for (const name of foreign) if (!isUsualLitter(name)) yield finding(look, 'foreign', path(name))
  if (earlier.length + copies.length === 0 || !(await entries.isMissing(id))) return
  const last = await entries.lastVersion(id)
  yield finding(look, 'missing', path(), { entry: id, day: last?.entry.day ?? null, canReturn: last !== undefined })
}
