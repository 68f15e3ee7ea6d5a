/** Entries in the trash. */
import type { Instant } from '../domain/day'
import type { EntryRow } from '../domain/entry/entryRow'
import { byId, nothing } from './parts'

export const trashRequests = {
  'trash.list': nothing,
  'trash.restore': byId,
  'trash.erase': byId,
}

export interface TrashAnswers {
  'trash.list': readonly TrashedRow[]
  'trash.restore': EntryRow
  'trash.erase': null
}

export interface TrashedRow {
  readonly row: EntryRow
  readonly trashedAt: Instant
  /** Title and answers, to be searched. */
  readonly text: string
}
