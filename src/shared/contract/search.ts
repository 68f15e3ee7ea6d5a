/** The search, and what is done with all that it finds. */
import { z } from 'zod'
import { captureKindSchema } from '../domain/capture/capture'
import { practiceIdSchema } from '../domain/practice/practice'
import type { Query } from '../domain/search/query/query'
import type { Hit } from '../domain/search/search'
import type { CountedName } from '../facts/countedNames'
import type { Starred } from './entries'
import type { ExportSummary } from './exports'
import { maxHits } from './maxHits'

/** UTF-16 units. */
export const maxQuery = 500

/** Which entries and captures a search is for. */
export const searchRequestSchema = z.strictObject({
  query: z.string().max(maxQuery),
  starred: z.boolean(),
  practice: practiceIdSchema.nullable(),
  template: z.string().max(200).nullable(),
  kind: captureKindSchema.nullable(),
})
export type SearchRequest = z.infer<typeof searchRequestSchema>

export const findSchema = searchRequestSchema.extend({
  /** The most hits to answer with; the others are only counted. */
  limit: z.int().min(0).max(maxHits),
})
export type Find = z.infer<typeof findSchema>

export const searchRequests = {
  'search.find': findSchema,
  /** Gives a star to all entries that the search is for, or takes it from them. */
  'search.star': z.strictObject({ search: searchRequestSchema, starred: z.boolean() }),
  'search.export': searchRequestSchema,
  /** All names of a kind that the journal mentions. */
  'search.names': z.strictObject({ kind: z.enum(['tag', 'person', 'project']) }),
}

export interface SearchAnswers {
  'search.find': Found
  'search.star': Starred
  'search.export': ExportSummary
  'search.names': readonly CountedName[]
}

export type NamedKind = z.infer<(typeof searchRequests)['search.names']>['kind']

/** Names beyond these are used so seldom that a search finds them sooner than a list. */
export const maxNames = 5_000

export interface Found {
  readonly hits: readonly Hit[]
  /** All matches; `hits` holds the first of them, as many as were asked for. */
  readonly total: number
  /** How the text was understood. */
  readonly query: Query
  /** False while older entries are still being read. */
  readonly complete: boolean
}
