/** Opens the page of a day from the map: its newest, or a new one beside what was caught; an empty day is only offered. */

import type { Day } from '#shared/domain/day'
import { defaultTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { useJournal } from '../../state/journal/journalStore'
import { openEntry, openNew, openToday } from '../../state/layout/openPageStore'
import { sayFailure } from '../../state/sayFailure'

/** False when there is nothing to open. */
export function openDay(day: Day): boolean {
  const { rows, captures, today } = useJournal.getState()
  const newest = rows.find((row) => row.day === day)
  if (newest) openEntry(newest.id).catch(sayFailure)
  else if (day === today) openToday().catch(sayFailure)
  else if (captures.some((row) => row.day === day)) writeOn(day)
  else return false
  return true
}

export function writeOn(day: Day): void {
  openNew(defaultTemplate.id, day).catch(sayFailure)
}
