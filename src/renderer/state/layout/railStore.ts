/** What the rail is asked for, and what was found. Not kept between starts. */
import { create } from 'zustand'
import { maxHits } from '#shared/contract/maxHits'
import type { Found } from '#shared/contract/search'
import type { Day } from '#shared/domain/day'
import type { FailureCode } from '#shared/domain/failure'
import { type ListFilter, noFilter } from '#shared/domain/search/listFilter'

export interface RailState {
  readonly query: string
  readonly filter: ListFilter
  /** The most hits that are asked for: more when the end of the list comes into view. */
  readonly limit: number
  /** The latest answer, with the words it answers: they may be behind `query` for a moment. */
  readonly answer: { readonly query: string; readonly found: Found } | null
  readonly failure: FailureCode | null
  /** What is being done with all that was found, in words; null for nothing. */
  readonly work: string | null
  /** A chosen day on which nothing is written. */
  readonly emptyDay: Day | null
}

/** Hits that are asked for at once: more than fit on a screen. */
const atOnce = 40

export const useRail = create<RailState>(() => ({
  query: '',
  filter: noFilter,
  limit: atOnce,
  answer: null,
  failure: null,
  work: null,
  emptyDay: null,
}))

export function setQuery(query: string): void {
  const asked = { query, limit: atOnce }
  useRail.setState(query.trim() === '' ? { ...asked, answer: null, failure: null } : asked)
}

export function setFilter(change: Partial<ListFilter>): void {
  useRail.setState(({ filter }) => ({ filter: { ...filter, ...change }, limit: atOnce }))
}

export function clearFilter(): void {
  setFilter(noFilter)
}

/** The end of what was found so far is in view. */
export function findMore(): void {
  useRail.setState(({ limit, answer }) =>
    answer !== null && answer.found.hits.length >= limit && answer.found.total > limit
      ? { limit: Math.min(limit + 2 * atOnce, maxHits) }
      : {},
  )
}

export function setEmptyDay(emptyDay: Day | null): void {
  useRail.setState({ emptyDay })
}

export function isFiltering({ starred, practice, template, kind }: ListFilter): boolean {
  return starred || practice !== null || template !== null || kind !== null
}
