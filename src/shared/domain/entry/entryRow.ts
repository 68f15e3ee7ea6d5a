/** What the list shows of an entry, and what the page may know of entries it has not opened. */

import { type PracticeId, practiceIds } from '../practice/practice'
import { type Entry, isAnswered } from './entry'

export interface EntryRow {
  readonly id: string
  readonly day: string
  readonly createdAt: string
  readonly zone: string
  readonly updatedAt: string
  readonly template: string
  readonly title: string
  readonly starred: boolean
  readonly revision: number
  /** The first words of the first answer, at most 140 characters. */
  readonly firstWords: string
  /** Practices with at least one answered question, in the order of `practiceIds`. */
  readonly practices: readonly PracticeId[]
}

/** Where a row stands in the list: enough to go on from it, also when it is gone. */
export type RowKey = Pick<EntryRow, 'day' | 'createdAt' | 'id'>

const firstWordsLength = 140

export function entryRow(entry: Entry): EntryRow {
  const answered = entry.sections.filter(isAnswered)
  const first = answered[0]?.text.replace(/\s+/g, ' ').trim() ?? ''
  return {
    id: entry.id,
    day: entry.day,
    createdAt: entry.created.at,
    zone: entry.created.zone,
    updatedAt: entry.updated.at,
    template: entry.template,
    title: entry.title,
    starred: entry.starred,
    revision: entry.revision,
    firstWords: Array.from(first.slice(0, firstWordsLength * 2))
      .slice(0, firstWordsLength)
      .join(''),
    practices: practiceIds.filter((practice) => answered.some((section) => section.practice === practice)),
  }
}

/** Newest day first; within a day the latest begun first. The id breaks ties, so that the order is total. */
export function compareRows(a: RowKey, b: RowKey): number {
  return compare(b.day, a.day) || compare(b.createdAt, a.createdAt) || compare(b.id, a.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
