/** Opens a day: its newest page, else a new one for it. */
import { defaultTemplate } from '#shared/domain/builtInTemplates'
import type { Day } from '#shared/domain/day'
import { openEntry, openNew } from '../layout/openPageStore'
import { useJournal } from './journalStore'

export async function openDay(day: Day): Promise<void> {
  const newest = useJournal.getState().rows.find((row) => row.day === day)
  await (newest ? openEntry(newest.id) : openNew(defaultTemplate.id, day))
}
