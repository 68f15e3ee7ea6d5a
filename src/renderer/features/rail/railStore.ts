/** What the rail is asked for, and what was found. Not kept between starts. */
import { create } from 'zustand'
import type { Found } from '#shared/contract/responses'
import type { Day } from '#shared/domain/day'
import type { FailureCode } from '#shared/domain/failure'
import { type ListFilter, noFilter } from '#shared/domain/listFilter'

export interface RailState {
  readonly query: string
  readonly filter: ListFilter
  /** The latest answer, with the words it answers: they may be behind `query` for a moment. */
  readonly answer: { readonly query: string; readonly found: Found } | null
  readonly failure: FailureCode | null
  /** A chosen day on which nothing is written. */
  readonly emptyDay: Day | null
}

export const useRail = create<RailState>(() => ({
  query: '',
  filter: noFilter,
  answer: null,
  failure: null,
  emptyDay: null,
}))

export function setQuery(query: string): void {
  useRail.setState(query.trim() === '' ? { query, answer: null, failure: null } : { query })
}

export function setFilter(change: Partial<ListFilter>): void {
  useRail.setState(({ filter }) => ({ filter: { ...filter, ...change } }))
}

export function clearFilter(): void {
  useRail.setState({ filter: noFilter })
}

export function setEmptyDay(emptyDay: Day | null): void {
  useRail.setState({ emptyDay })
}

export function isFiltering({ starred, practice, template }: ListFilter): boolean {
  return starred || practice !== null || template !== null
}
