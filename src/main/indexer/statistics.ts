/** Counts for the overview, from the index. */
import type { Response } from '#shared/contract/requests'
import { type StatisticsNeeds, statisticsOf } from '#shared/domain/overview/statistics'
import { yearOfMeasures } from '#shared/domain/overview/yearOfMeasures'
import type { Indexer } from './indexer'

type Counted = Pick<Indexer, 'index' | 'isComplete'>

export function yearIn({ index, isComplete }: Counted, year: number): Response<'overview.year'> {
  return { ...yearOfMeasures(measuresOf(index), year), complete: isComplete }
}

export function statisticsIn({ index, isComplete }: Counted, needs: StatisticsNeeds): Response<'overview.statistics'> {
  return { ...statisticsOf(measuresOf(index), needs), complete: isComplete }
}

function* measuresOf({ order }: Counted['index']) {
  for (const { measure } of order.all) if (measure) yield measure
}
