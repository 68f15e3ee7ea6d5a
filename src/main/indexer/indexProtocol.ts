/** What main and the library's thread say to each other. One channel, so that an answer never overtakes a change that came before it. */

import type { Reading } from '#shared/contract/journal'
import type { Response } from '#shared/contract/requests'
import type { Find, Found, SearchRequest as Sought } from '#shared/contract/search'
import type { Capture } from '#shared/domain/capture/capture'
import type { Day } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import type { RowKey } from '#shared/domain/entry/entryRow'
import type { StatisticsNeeds } from '#shared/domain/overview/statistics'
import type { DateContext } from '#shared/domain/search/query/readPeriod'
import type { FoundItem, LibraryChange } from '../services/ports/library'
import type { VaultKey } from '../storage/encryption/vault'

export interface Calls {
  /** `key` of a journal with a lock. */
  open: { asked: { folder: string; cacheFile: string; key: VaultKey | null }; answer: null }
  rows: { asked: RowKey | null; answer: Response<'entries.list'> }
  find: { asked: { sought: Find; context: DateContext }; answer: Found }
  findAll: { asked: { sought: Sought; context: DateContext }; answer: readonly FoundItem[] }
  year: { asked: number; answer: Response<'overview.year'> }
  statistics: { asked: StatisticsNeeds; answer: Response<'overview.statistics'> }
  dayOf: { asked: EntryId; answer: Day | null }
  untidyDays: { asked: null; answer: readonly Day[] }
  entryChanged: { asked: { id: EntryId; day: Day | null }; answer: null }
  capturesChanged: { asked: Day; answer: null }
  settleEntry: { asked: { id: EntryId; entry: Entry | null }; answer: null }
  settleCaptures: { asked: { day: Day; captures: readonly Capture[] }; answer: null }
  lookAgain: { asked: { now: boolean }; answer: null }
  close: { asked: null; answer: null }
}
export type CallName = keyof Calls

export interface Call<K extends CallName = CallName> {
  readonly number: number
  readonly name: K
  readonly asked: Calls[K]['asked']
}

export type Told =
  | { readonly kind: 'answer'; readonly number: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly number: number; readonly reason: string }
  | { readonly kind: 'changed'; readonly change: LibraryChange }
  | { readonly kind: 'progressed'; readonly progress: Reading }
  | { readonly kind: 'strangeEntry'; readonly id: EntryId; readonly day: Day }
  | { readonly kind: 'strangeCaptures'; readonly day: Day }
