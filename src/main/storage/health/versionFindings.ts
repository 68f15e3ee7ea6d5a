/** Looks at the earlier states of a kind: whether each can be read, and whether the record is there of which they are. */
import type { Finding } from '#shared/domain/health/finding'
import type { RecordId } from '#shared/domain/record'
import { isRecordId } from '../records/recordFiles'
import { versionFilesOf } from '../records/versionFiles'
import { finding, isUsualLitter, type Look, troubleOf } from './look'
import type { RecordCheck } from './recordCheck'

export async function* versionFindings(look: Look, check: RecordCheck): AsyncGenerator<Finding> {
  const { folder } = look
  const { versions } = check.kind
  const others = otherFolders(look, versions)
  for (const { name, kind } of await folder.list(...versions)) {
    if (kind === 'folder' && isRecordId(name)) yield* ofRecord(look, check, name)
    else if (!isUsualLitter(name) && !(kind === 'folder' && others.has(name)))
      yield finding(look, 'foreign', folder.path(...versions, name))
  }
}

/** Of other kinds, and files of other devices that were merged or replaced; those are never read again. */
function otherFolders({ folder }: Look, versions: readonly string[]): ReadonlySet<string | undefined> {
  const inside = folder.recordKinds
    .filter((kind) => kind.versions.length > versions.length)
    .map((kind) => kind.versions[versions.length])
  return new Set(['settings', ...folder.dayLogKinds.map((kind) => kind.folder), ...inside])
}

async function* ofRecord(look: Look, check: RecordCheck, id: RecordId): AsyncGenerator<Finding> {
  const { kind } = check
  const path = (...names: string[]) => look.folder.path(...kind.versions, id, ...names)
  const about = { recordKind: kind.name, record: id }
  const { earlier, copies, foreign } = await versionFilesOf(look.folder, kind, id)
  for (const { name } of [...earlier, ...copies]) {
    const trouble = await troubleOf(look, path(name), kind.format)
    // The words themselves are not out of reach by it: the record is elsewhere.
    if (trouble) yield finding(look, trouble, path(name), { ...about, version: name.replace(/\.json$/, '') })
  }
  for (const name of foreign) if (!isUsualLitter(name)) yield finding(look, 'foreign', path(name))
  if (earlier.length + copies.length === 0 || !(await check.isMissing(id))) return
  const last = await check.lastVersion(id)
  const day = last ? kind.dayOf(last.record) : null
  yield finding(look, 'missing', path(), { ...about, day, canReturn: last !== undefined })
}
