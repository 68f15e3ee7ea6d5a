/** What the index answers: rows, hits, figures. */
import type { EntryId } from '../../domain/entry/entry'
import type { FailureCode } from '../../domain/failure'
import type { Statistics } from '../../domain/overview/statistics'
import type { YearOfMeasures } from '../../domain/overview/yearOfMeasures'
import type { Query } from '../../domain/search/query/query'
import type { EntryHit } from '../../domain/search/search'

export interface Reading {
  /** Rows may be asked for: from here on each change is told. */
  readonly isReady: boolean
  /** Every file has been looked at since the start. */
  readonly isComplete: boolean
  /** Files looked at, and files there are; both 0 before they were counted. */
  readonly done: number
  readonly total: number
}

export interface Found {
  readonly hits: readonly EntryHit[]
  /** All matches; `hits` holds the first of them, as many as were asked for. */
  readonly total: number
  /** How the text was understood. */
  readonly query: Query
  /** False while older entries are still being read. */
  readonly complete: boolean
}

export interface Starred {
  /** The entries that have another star now. */
  readonly changed: readonly EntryId[]
  /** How many should have, and could not be saved. */
  readonly failed: number
  /** Why the first of them could not; null when all could. */
  readonly code: FailureCode | null
}

/** `complete` is false while older entries are still being read. */
export type YearOverview = YearOfMeasures & { readonly complete: boolean }

export type Overall = Statistics & { readonly complete: boolean }
