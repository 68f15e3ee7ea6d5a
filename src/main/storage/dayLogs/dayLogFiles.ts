/** Where the files of a day log lie: `<folder>/YYYY/YYYY-MM-DD.json`. */
import { v4 as uuid } from 'uuid'
import type { Day, Instant } from '#shared/domain/day'
import { instantName } from '../../disk/instantName'
import type { DayLogKind } from '../kinds/recordKind'
import { dayLogNameTells } from '../layout/dayLogName'
import { folderNames, type JournalFolder } from '../layout/journalFolder'
import { isYearFolder } from '../layout/yearFolder'

type InFolder = Pick<DayLogKind, 'folder'>

export function dayLogFolder({ folder }: InFolder, day: Day): readonly string[] {
  return [folder, day.slice(0, 4)]
}

export function dayLogPath(folder: JournalFolder, kind: InFolder, day: Day): string {
  return folder.path(...dayLogFolder(kind, day), `${day}.json`)
}

/** Records stay in their day's file: only the reckoning of how long lay in the trash, with earlier versions of the app. */
export function agesOf({ name }: Pick<DayLogKind, 'name'>): readonly string[] {
  return [folderNames.trash, `${name}-ages.json`]
}

/** Files of other devices that ours replaced, or that were merged into ours. */
export function keptLogFolder({ folder }: InFolder): readonly string[] {
  return [folderNames.versions, folder]
}

/** A name of its own among them. */
export function keptLogPath(folder: JournalFolder, kind: InFolder, day: Day, now: Instant): string {
  return folder.path(...keptLogFolder(kind), `${day}.${instantName(now)}-${uuid().slice(0, 8)}.json`)
}

/** The files of a day, by their names. */
export interface DayLogFiles {
  readonly day: Day
  /** Whether the day's own file is among them. */
  readonly own: boolean
  /** What a sync program may have left beside it. */
  readonly copies: readonly string[]
}

export async function dayLogYears(folder: JournalFolder, { folder: name }: InFolder): Promise<string[]> {
  const found = await folder.list(name)
  return found.flatMap((item) => (item.kind === 'folder' && isYearFolder(item.name) ? [item.name] : []))
}

/** Newest day first. */
export async function allDayLogFiles(folder: JournalFolder, kind: InFolder): Promise<DayLogFiles[]> {
  const files: DayLogFiles[] = []
  for (const year of await dayLogYears(folder, kind)) files.push(...(await dayLogFilesOf(folder, kind, year)))
  return files.sort((a, b) => (a.day < b.day ? 1 : -1))
}

export async function dayLogFilesOf(folder: JournalFolder, kind: InFolder, year: string): Promise<DayLogFiles[]> {
  const days = new Map<Day, DayLogFiles>()
  for (const item of await folder.list(kind.folder, year)) {
    const told = item.kind === 'file' ? dayLogNameTells(item.name) : undefined
    if (!told?.day.startsWith(year)) continue
    const { day, ours } = told
    const { own, copies } = days.get(day) ?? { own: false, copies: [] }
    const path = folder.path(kind.folder, year, item.name)
    days.set(day, ours ? { day, own: true, copies } : { day, own, copies: [...copies, path].sort() })
  }
  return [...days.values()]
}
