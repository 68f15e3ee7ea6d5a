/** What every stored record has, whatever its kind, and what a list shows of it. */
import './zod/zodWithoutEval'
import { z } from 'zod'
import type { Day, Instant, Moment } from './day'
import type { PracticeId } from './practice/practice'

/** UUID version 7, lower case: sorts by time of creation and is safe in a file name. */
export const recordIdSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
export type RecordId = z.infer<typeof recordIdSchema>

/** Which saves a state holds: how many of each device. Keys with `~` are states that came from elsewhere, by the hash of their content. */
export const savesSchema = z.record(z.string().max(80), z.int().min(1))
export type Saves = z.infer<typeof savesSchema>

/** What says of a stored state which saves are in it. */
export interface Counted {
  /** Absent in a state of a version of the app that did not count them. */
  readonly saves?: Saves | undefined
  /** Of its content as the app that counted the saves wrote it: another content is of an app or a program that does not count. */
  readonly hash?: string | undefined
}

export interface StoredRecord extends Counted {
  readonly id: RecordId
  /** Grows by one with each save. */
  readonly revision: number
  readonly created: Moment
  readonly updated: Moment
}

/** The records of a day that share one file. */
export interface StoredLog extends Counted {
  readonly day: Day
  readonly revision: number
}

/** One of them. */
export interface LoggedRecord {
  readonly id: RecordId
  readonly day: Day
  /** When it was moved to the trash, or null. */
  readonly trashed: Instant | null
  /** The day it is on its way to: it is there, or will be at the next start. */
  readonly movingTo?: Day | undefined
}

/** What a list shows of a record, and what a filter asks of it. */
export interface RecordRow {
  /** The name of its kind. */
  readonly kind: string
  readonly id: RecordId
  readonly day: Day
  readonly createdAt: Instant
  readonly zone: string
  readonly updatedAt: Instant
  readonly title: string
  readonly starred: boolean
  readonly revision: number
  /** At most 140 characters. */
  readonly firstWords: string
  /** In the order of `practiceIds`. */
  readonly practices: readonly PracticeId[]
}

/** Where a row stands in the list: enough to go on from it, also when it is gone. */
export type RowKey = Pick<RecordRow, 'day' | 'createdAt' | 'id'>

const firstWordsLength = 140

export function firstWordsOf(text: string): string {
  return Array.from(
    text
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, firstWordsLength * 2),
  )
    .slice(0, firstWordsLength)
    .join('')
}

/** Newest day first; within a day the latest begun first. The id breaks ties, so that the order is total. */
export function compareRows(a: RowKey, b: RowKey): number {
  return compare(b.day, a.day) || compare(b.createdAt, a.createdAt) || compare(b.id, a.id)
}

/**
 * What two devices' states of one record have in common once they are merged: the same on both, whichever was here. It follows both, and was
 * begun with the earlier and last written with the later of them.
 */
export function mergedFrame(a: StoredRecord, b: StoredRecord): Pick<StoredRecord, 'revision' | 'created' | 'updated'> {
  return {
    revision: Math.max(a.revision, b.revision) + 1,
    created: compareMoments(a.created, b.created) <= 0 ? a.created : b.created,
    updated: compareMoments(a.updated, b.updated) >= 0 ? a.updated : b.updated,
  }
}

function compareMoments(a: Moment, b: Moment): number {
  return compare(a.at, b.at) || compare(a.zone, b.zone)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
