/** What the list shows of an entry, and what the page may know of entries it has not opened. */

import { practiceIds } from '../practice/practice'
import { firstWordsOf, type RecordRow } from '../record'
import { type Entry, isAnswered } from './entry'

export interface EntryRow extends RecordRow {
  readonly kind: 'entry'
  readonly template: string
}

export function isEntryRow(row: RecordRow): row is EntryRow {
  return row.kind === 'entry'
}

export function entryRow(entry: Entry): EntryRow {
  const answered = entry.sections.filter(isAnswered)
  return {
    kind: 'entry',
    id: entry.id,
    day: entry.day,
    createdAt: entry.created.at,
    zone: entry.created.zone,
    updatedAt: entry.updated.at,
    template: entry.template,
    title: entry.title,
    starred: entry.starred,
    revision: entry.revision,
    firstWords: firstWordsOf(answered[0]?.text ?? ''),
    practices: practiceIds.filter((practice) => answered.some((section) => section.practice === practice)),
  }
}
