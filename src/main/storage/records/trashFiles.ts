/** How records in the trash are named: `trash/YYYY-MM-DD-<id>.<instant>.json`, without a day where files have none, their bytes as they were. */
import type { Day, Instant } from '#shared/domain/day'
import type { RecordId } from '#shared/domain/record'
import { instantName, instantNamePattern, instantOfName } from '../../disk/instantName'
import type { RecordKind } from '../kinds/recordKind'
import type { JournalFolder } from '../layout/journalFolder'
import { recordNameTells } from '../layout/recordName'
import { type RecordFile, recordFileName } from './recordFiles'

export interface TrashFile extends RecordFile {
  readonly name: string
  readonly trashedAt: Instant
}

type InTrash = Pick<RecordKind, 'trash' | 'isDated'>

const namePattern = new RegExp(`^(.+)\\.(${instantNamePattern})\\.json$`)

export function trashPath(folder: JournalFolder, kind: InTrash, day: Day, id: RecordId, now: Instant): string {
  const name = recordFileName(kind, day, id).replace(/\.json$/, '')
  return folder.path(...kind.trash, `${name}.${instantName(now)}.json`)
}

/** Newest first. */
export async function trashFiles(folder: JournalFolder, kind: InTrash): Promise<TrashFile[]> {
  const found = await folder.list(...kind.trash)
  return found
    .flatMap((item) => {
      const told = item.kind === 'file' ? trashNameTells(kind, item.name) : undefined
      return told ? [{ path: folder.path(...kind.trash, item.name), ...told }] : []
    })
    .sort((a, b) => (a.trashedAt < b.trashedAt ? 1 : a.trashedAt > b.trashedAt ? -1 : a.name < b.name ? 1 : -1))
}

/** Undefined for a name that nothing in the trash has. */
export function trashNameTells(kind: InTrash, name: string): Omit<TrashFile, 'path'> | undefined {
  const [, record, instant] = namePattern.exec(name) ?? []
  const trashedAt = instant === undefined ? undefined : instantOfName(instant)
  const told = record === undefined ? undefined : recordNameTells(kind, `${record}.json`)
  return told?.ours && trashedAt !== undefined ? { name, ...told, trashedAt } : undefined
}
