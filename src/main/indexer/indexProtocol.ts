/** What main and the library's thread say to each other. One channel, so that an answer never overtakes a change that came before it. */

import type { Reading } from '#shared/contract/journal'
import type { Response } from '#shared/contract/requests'
import type { Find, Found, NamedKind, SearchRequest } from '#shared/contract/search'
import type { Day } from '#shared/domain/day'
import type { EntryId } from '#shared/domain/entry/entry'
import type { StatisticsNeeds } from '#shared/domain/overview/statistics'
import type { RecordId, RowKey, StoredLog, StoredRecord } from '#shared/domain/record'
import type { DateContext } from '#shared/domain/search/query/readPeriod'
import type { CountedName } from '#shared/facts/countedNames'
import type { FoundItem, FoundStates, LibraryChange, Place } from '../services/ports/library'
import type { VaultKey } from '../storage/encryption/cipher/vault'

export interface Calls {
  /** `key` of a journal with a lock. */
  open: { asked: { folder: string; cacheFile: string; key: VaultKey | null }; answer: null }
  rows: { asked: RowKey | null; answer: Response<'entries.list'> }
  find: { asked: { request: Find; context: DateContext }; answer: Found }
  findAll: { asked: { request: SearchRequest; context: DateContext }; answer: readonly FoundItem[] }
  names: { asked: NamedKind; answer: readonly CountedName[] }
  year: { asked: number; answer: Response<'overview.year'> }
  statistics: { asked: StatisticsNeeds; answer: Response<'overview.statistics'> }
  dayOf: { asked: EntryId; answer: Day | null }
  untidyDays: { asked: string; answer: readonly Day[] }
  states: { asked: null; answer: FoundStates }
  recordChanged: { asked: { kind: string; id: RecordId; day: Day | null }; answer: null }
  logChanged: { asked: { kind: string; day: Day }; answer: null }
  repaired: { asked: { place: Place; found: StoredRecord | StoredLog | null }; answer: null }
  lookAgain: { asked: { now: boolean }; answer: null }
  close: { asked: null; answer: null }
}
export type CallName = keyof Calls

export interface Call<K extends CallName = CallName> {
  readonly number: number
  readonly name: K
  readonly asked: Calls[K]['asked']
}

/** What it says without being asked. */
export type IndexEvent =
  | { readonly kind: 'changed'; readonly change: LibraryChange }
  | { readonly kind: 'progressed'; readonly progress: Reading }
  | { readonly kind: 'needsRepair'; readonly place: Place }
