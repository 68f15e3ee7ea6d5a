/** Entries in the trash. */
import { z } from 'zod'
import { type Instant, instantSchema } from '../domain/day'
import { entryIdSchema } from '../domain/entry/entry'
import type { EntryRow } from '../domain/entry/entryRow'
import { nothing } from './parts'

/** `at`: which of several states of one entry that were thrown away apart, by when that was. */
const inTrash = z.strictObject({ id: entryIdSchema, at: instantSchema.optional() })

export const trashRequests = {
  'trash.list': nothing,
  'trash.restore': inTrash,
  'trash.erase': inTrash,
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
