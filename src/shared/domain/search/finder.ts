/** Finds records for one query after the other, and looks only among those found last where the new query can find no others. */
import { type ListFilter, noFilter } from './listFilter'
import { narrows } from './query/narrows'
import type { Asked } from './recordTest'
import { type Matching, matching, ranked, type Search } from './search'
import type { SearchRecord } from './searchRecord'

export type Finder<T extends SearchRecord> = (search: Search<T>) => readonly T[]

interface Answered<T extends SearchRecord> {
  /** The same object for as long as no record has changed. */
  readonly records: Search<T>['records']
  readonly filter: ListFilter
  readonly query: Asked
  readonly found: Matching<T>
}

/** As `findRecords`, where `records` is another object once any record has changed. */
export function createFinder<T extends SearchRecord>(): Finder<T> {
  let last: Answered<T> | null = null
  return ({ records, query, filter = noFilter }) => {
    const among = last !== null && last.records === records && isSame(last.filter, filter) && narrows(query, last.query)
    const found = matching({ records: among && last ? last.found.records : records, query, filter })
    last = { records, filter, query, found }
    return ranked(found)
  }
}

function isSame(one: ListFilter, other: ListFilter): boolean {
  return JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())
}
