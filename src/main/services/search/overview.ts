/** What looking back shows: a year day by day, and the whole time by months. */
import type { Response } from '#shared/contract/requests'
import type { Day } from '#shared/domain/day'
import { daysOffOf } from '#shared/domain/overview/daysOff'
import type { ReminderPlan } from '#shared/domain/reminder/reminder'
import type { Library } from '../ports/library'

export interface OverviewNeeds {
  readonly library: Pick<Library, 'year' | 'statistics'>
  today(): Day
  plan(): ReminderPlan
}

export interface Overview {
  year(year: number): Promise<Response<'overview.year'>>
  statistics(): Promise<Response<'overview.statistics'>>
}

export function createOverview({ library, today, plan }: OverviewNeeds): Overview {
  return {
    year: library.year,
    statistics() {
      const day = today()
      return library.statistics({ today: day, daysOff: daysOffOf(plan(), day) })
    },
  }
}
