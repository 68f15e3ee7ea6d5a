/** Where captures lie: `captures/YYYY/YYYY-MM-DD.json`, and `captures/inbox/<id>.json` for those that no process with the lock has seen yet. */
import { v4 as uuid } from 'uuid'
import { z } from 'zod'
import { type CaptureDay, captureDaySchema, captureSchema } from '#shared/domain/capture/capture'
import { type Day, type Instant, isDay } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import { instantName } from '../../disk/instantName'
import type { FileFormat } from '../format/fileFormat'
import { captureInbox } from '../layout/inboxes'
import { folderNames, type JournalFolder } from '../layout/journalFolder'

export const captureDayFormat: FileFormat<CaptureDay> = { version: 1, schema: captureDaySchema, migrations: [] }

const inboxSchema = z.looseObject({ schema: z.literal(1), capture: captureSchema })
export type InboxItem = z.infer<typeof inboxSchema>
export const inboxFormat: FileFormat<InboxItem> = { version: 1, schema: inboxSchema, migrations: [] }

export function inboxPath(folder: JournalFolder, id: EntryId): string {
  return folder.path(...captureInbox, `${id}.json`)
}

export function captureYearNames(day: Day): string[] {
  return [folderNames.captures, day.slice(0, 4)]
}

export function captureDayPath(folder: JournalFolder, day: Day): string {
  return folder.path(...captureYearNames(day), `${day}.json`)
}

/** A name of its own in `versions/captures/`. */
export function keptCapturesPath(folder: JournalFolder, day: Day, now: Instant): string {
  const name = `${day}.${instantName(now)}-${uuid().slice(0, 8)}.json`
  return folder.path(folderNames.versions, folderNames.captures, name)
}

/** The files of a day, by their names. */
export interface CaptureFiles {
  readonly day: Day
  /** Whether the day's own file is among them. */
  readonly own: boolean
  /** What a sync program may have left beside it. */
  readonly copies: readonly string[]
}

export async function captureYears(folder: JournalFolder): Promise<string[]> {
  const found = await folder.list(folderNames.captures)
  return found.flatMap(({ name, kind }) => (kind === 'folder' && /^\d{4}$/.test(name) ? [name] : []))
}

/** Newest day first. */
export async function allCaptureFiles(folder: JournalFolder): Promise<CaptureFiles[]> {
  const files: CaptureFiles[] = []
  for (const year of await captureYears(folder)) files.push(...(await captureFilesOf(folder, year)))
  return files.sort((a, b) => (a.day < b.day ? 1 : -1))
}

export async function captureFilesOf(folder: JournalFolder, year: string): Promise<CaptureFiles[]> {
  const days = new Map<Day, CaptureFiles>()
  for (const { name, kind } of await folder.list(folderNames.captures, year)) {
    const told = kind === 'file' ? captureNameTells(name) : undefined
    if (!told?.day.startsWith(year)) continue
    const { day, ours } = told
    const { own, copies } = days.get(day) ?? { own: false, copies: [] }
    const path = folder.path(folderNames.captures, year, name)
    days.set(day, ours ? { day, own: true, copies } : { day, own, copies: [...copies, path].sort() })
  }
  return [...days.values()]
}

/** What a file's name claims; `ours` is false for a copy that a sync program may have left. */
export function captureNameTells(name: string): { readonly day: Day; readonly ours: boolean } | undefined {
  const [, day, rest] = /^(\d{4}-\d\d-\d\d)(.*)\.json$/.exec(name) ?? []
  return day !== undefined && isDay(day) ? { day, ours: rest === '' } : undefined
}
