/** The journal's folder, and how far its files have been read. */
import type { Start } from './app'
import { nothing } from './parts'

export const journalRequests = {
  'journal.chooseFolder': nothing,
  'journal.showFolder': nothing,
  'journal.reopen': nothing,
}

export interface JournalAnswers {
  /** Null when nothing changed: the person closed a dialog. */
  'journal.chooseFolder': { readonly how: 'moved' | 'opened' | 'begun' | null }
  'journal.showFolder': null
  'journal.reopen': Start
}

export interface JournalEvents {
  /** How far the journal's files have been read. */
  readingProgressed: Reading
  /** Other computers that have the journal open now, by what they are called; '' for one whose name is not known. */
  openElsewhereChanged: { readonly devices: readonly string[] }
}

export interface Reading {
  /** Rows may be asked for: from here on each change is an event. */
  readonly isReady: boolean
  /** Every file has been looked at since the start. */
  readonly isComplete: boolean
  /** Files looked at, and files there are; both 0 before they were counted. */
  readonly done: number
  readonly total: number
  /** Files that are not on this computer yet; absent for none. */
  readonly elsewhere?: number
}
