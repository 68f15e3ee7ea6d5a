/** How entry files are named and found: `entries/YYYY/YYYY-MM-DD-<id>.json`. The name is a hint; the day and id inside are the truth. */
import { sep } from 'node:path'
import type { Day } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { forEachYielding } from '../../async/forEachYielding'
import { folderNames, type JournalFolder } from '../layout/journalFolder'

export interface EntryFile {
  readonly path: string
  readonly day: Day
  readonly id: EntryId
  /** False for a copy that a sync program made beside ours (`… (conflicted copy).json`): read when it is an entry, else left alone. */
  readonly ours: boolean
}

/** Names a slice: a millisecond or so. */
const slice = 1000

const namePattern =
  /^(\d{4}-\d\d-\d\d)-([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})(.*)\.json$/

export function entryFolderNames(day: Day): string[] {
  return [folderNames.entries, day.slice(0, 4)]
}

export function entryFileName({ day, id }: Pick<Entry, 'day' | 'id'>): string {
  return `${day}-${id}.json`
}

export function entryPath(folder: JournalFolder, entry: Pick<Entry, 'day' | 'id'>): string {
  return folder.path(...entryFolderNames(entry.day), entryFileName(entry))
}

/** Newest first. */
export async function entryYears(folder: JournalFolder): Promise<string[]> {
  const found = await folder.list(folderNames.entries)
  return found
    .flatMap(({ name, kind }) => (kind === 'folder' && /^\d{4}$/.test(name) ? [name] : []))
    .sort()
    .reverse()
}

/** Newest day first. */
export async function entryFilesOf(folder: JournalFolder, year: string): Promise<EntryFile[]> {
  const found = await folder.list(folderNames.entries, year)
  const names = found.flatMap(({ name, kind }) => (kind === 'file' ? [name] : []))
  const place = folder.path(folderNames.entries, year)
  const files: EntryFile[] = []
  await forEachYielding(names.sort().reverse(), slice, (name) => {
    const told = entryNameTells(name)
    if (told) files.push({ path: `${place}${sep}${name}`, ...told })
  })
  return files
}

export async function allEntryFiles(folder: JournalFolder): Promise<EntryFile[]> {
  const years: EntryFile[][] = []
  for (const year of await entryYears(folder)) years.push(await entryFilesOf(folder, year))
  return years.flat()
}

/** Files by the id in their name, in the order of the first of each. */
export async function groupedById<T extends Pick<EntryFile, 'id'>>(files: readonly T[]): Promise<Map<EntryId, T[]>> {
  const groups = new Map<EntryId, T[]>()
  await forEachYielding(files, slice, (file) => {
    const group = groups.get(file.id)
    if (group) group.push(file)
    else groups.set(file.id, [file])
  })
  return groups
}

/** What a file's name claims; undefined for a name that no entry has. */
export function entryNameTells(name: string): Omit<EntryFile, 'path'> | undefined {
  const [, day, id, rest] = namePattern.exec(name) ?? []
  if (day === undefined || id === undefined) return undefined
  return { day, id, ours: rest === '' }
}
