/** Opens a day: its newest page, else a new one for it. */

import type { Day } from '#shared/domain/day'
import { defaultTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { openEntry, openNew } from '../layout/openPageStore'
import { useJournal } from './journalStore'

export async function openDay(day: Day): Promise<void> {
  const newest = useJournal.getState().rows.find((row) => row.day === day)
  await (newest ? openEntry(newest.id) : openNew(defaultTemplate.id, day))
}
