/** The earlier states of an entry. */
import { z } from 'zod'
import type { Entry, EntryId } from '../domain/entry/entry'
import { returningSchema, type Version, versionIdSchema } from '../domain/entry/version'
import { byId, nothing } from './parts'

export const historyRequests = {
  'history.read': byId,
  'history.version': byId.extend({ version: versionIdSchema }),
  /** `base`: the revision that the version was compared with. */
  'history.restore': byId.extend({ version: versionIdSchema, base: z.int().min(0), as: returningSchema }),
  'history.taken': nothing,
}

export interface HistoryAnswers {
  'history.read': EntryHistory
  'history.version': Entry
  /** The entry that has the words now. */
  'history.restore': EntryId
  /** Bytes that all versions take. */
  'history.taken': number
}

/** An entry and its earlier states. */
export interface EntryHistory {
  /** As it is now. */
  readonly entry: Entry
  /** Then nothing can be its next revision before it is back. */
  readonly isInTrash: boolean
  /** Newest first, those of other programs last; without those that can't be read. */
  readonly versions: readonly Version[]
}
