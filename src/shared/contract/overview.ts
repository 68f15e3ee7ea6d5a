/** A year at a glance, and figures of the whole journal. */
import { z } from 'zod'
import type { Statistics } from '../domain/overview/statistics'
import type { YearOfMeasures } from '../domain/overview/yearOfMeasures'
import { nothing } from './parts'

export const overviewRequests = {
  'overview.year': z.strictObject({ year: z.int().min(1).max(9999) }),
  'overview.statistics': nothing,
}

export interface OverviewAnswers {
  'overview.year': YearOverview
  'overview.statistics': Overall
}

/** `complete` is false while older entries are still being read. */
export type YearOverview = YearOfMeasures & { readonly complete: boolean }

export type Overall = Statistics & { readonly complete: boolean }
