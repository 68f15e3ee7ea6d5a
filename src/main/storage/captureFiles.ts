/** Where captures lie: `captures/YYYY/YYYY-MM-DD.json`, and `captures/inbox/<id>.json` for those that no process with the lock has seen yet. */
import { z } from 'zod'
import { type CaptureDay, captureDaySchema, captureSchema } from '#shared/domain/capture'
import { type Day, isDay } from '#shared/domain/day'
import { type EntryId, entryIdSchema } from '#shared/domain/entry'
import type { Format } from './format'
import { folderNames, type JournalFolder } from './journalFolder'

export const captureDayFormat: Format<CaptureDay> = { version: 1, schema: captureDaySchema, migrations: [] }

const inboxSchema = z.looseObject({ schema: z.literal(1), capture: captureSchema })
export type InboxItem = z.infer<typeof inboxSchema>
export const inboxFormat: Format<InboxItem> = { version: 1, schema: inboxSchema, migrations: [] }

export const inboxNames = [folderNames.captures, 'inbox'] as const

export function inboxPath(folder: JournalFolder, id: EntryId): string {
  return folder.path(...inboxNames, `${id}.json`)
}

export function captureYearNames(day: Day): string[] {
  return [folderNames.captures, day.slice(0, 4)]
}

export function captureDayPath(folder: JournalFolder, day: Day): string {
  return folder.path(...captureYearNames(day), `${day}.json`)
}

/** Newest first. */
export async function captureDays(folder: JournalFolder): Promise<Day[]> {
  const years = (await folder.list(folderNames.captures)).filter(
    ({ name, kind }) => kind === 'folder' && /^\d{4}$/.test(name),
  )
  const days: Day[] = []
  for (const { name: year } of years) {
    for (const { name, kind } of await folder.list(folderNames.captures, year)) {
      const day = captureNameTells(name)
      if (kind === 'file' && day?.startsWith(year)) days.push(day)
    }
  }
  return days.sort().reverse()
}

/** The day that a file's name claims; undefined for a name that no day has. */
export function captureNameTells(name: string): Day | undefined {
  const day = /^(\d{4}-\d\d-\d\d)\.json$/.exec(name)?.[1]
  return day !== undefined && isDay(day) ? day : undefined
}

/** In the order they came. */
export async function inboxFiles(folder: JournalFolder): Promise<string[]> {
  const found = await folder.list(...inboxNames)
  const names = found.flatMap(({ name, kind }) => {
    const id = /^(.+)\.json$/.exec(name)?.[1]
    return kind === 'file' && entryIdSchema.safeParse(id).success ? [name] : []
  })
  return names.sort().map((name) => folder.path(...inboxNames, name))
}
