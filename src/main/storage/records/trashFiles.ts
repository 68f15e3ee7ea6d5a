/** How trashed entries are named: `trash/YYYY-MM-DD-<id>.<instant>.json`, their bytes as they were. */
import type { Instant } from '#shared/domain/day'
import type { Entry } from '#shared/domain/entry/entry'
import { instantName, instantNamePattern, instantOfName } from '../../disk/instantName'
import { folderNames, type JournalFolder } from '../layout/journalFolder'
import type { EntryFile } from './entryFiles'

export interface TrashFile extends EntryFile {
  readonly name: string
  readonly trashedAt: Instant
}

const namePattern = new RegExp(`^(\\d{4}-\\d\\d-\\d\\d)-([0-9a-f-]{36})\\.(${instantNamePattern})\\.json$`)

export function trashPath(folder: JournalFolder, { day, id }: Pick<Entry, 'day' | 'id'>, now: Instant): string {
  return folder.path(folderNames.trash, `${day}-${id}.${instantName(now)}.json`)
}

/** Newest first. */
export async function trashFiles(folder: JournalFolder): Promise<TrashFile[]> {
  const found = await folder.list(folderNames.trash)
  return found
    .flatMap(({ name, kind }) => (kind === 'file' ? trashFile(folder, name) : []))
    .sort((a, b) => (a.trashedAt < b.trashedAt ? 1 : a.trashedAt > b.trashedAt ? -1 : a.name < b.name ? 1 : -1))
}

/** Undefined for a name that nothing in the trash has. */
export function trashNameTells(name: string): Omit<TrashFile, 'path'> | undefined {
  const [, day, id, instant] = namePattern.exec(name) ?? []
  const trashedAt = instant === undefined ? undefined : instantOfName(instant)
  if (day === undefined || id === undefined || trashedAt === undefined) return undefined
  return { name, day, id, ours: true, trashedAt }
}

function trashFile(folder: JournalFolder, name: string): TrashFile[] {
  const told = trashNameTells(name)
  return told ? [{ path: folder.path(folderNames.trash, name), ...told }] : []
}
