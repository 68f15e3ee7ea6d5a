/** The whole time, month by month, and what it comes to. */
import type { Day } from '../day'
import { isWritten, type Measure } from './measure'
import { type DaysOff, type Streak, streakOf } from './streak'
import { sumOf, type Tally, tallyBy } from './tally'

export interface MonthTally extends Tally {
  /** `YYYY-MM` */
  readonly month: string
}

export interface Statistics {
  /** Months that have something, the earliest first. */
  readonly months: readonly MonthTally[]
  readonly totals: Tally & {
    /** On which something was written or caught. */
    readonly days: number
    /** Null while there is none. */
    readonly firstDay: Day | null
  }
  readonly streak: Streak
}

export interface StatisticsNeeds {
  readonly today: Day
  readonly daysOff: readonly DaysOff[]
}

export function statisticsOf(measures: Iterable<Measure>, { today, daysOff }: StatisticsNeeds): Statistics {
  const written = new Set<Day>()
  const months = tallyBy(measures, (measure) => {
    if (isWritten(measure)) written.add(measure.day)
    return measure.day.slice(0, 7)
  })
  let firstDay: Day | null = null
  for (const day of written) if (firstDay === null || day < firstDay) firstDay = day
  return {
    months: months.map(([month, tally]) => ({ month, ...tally })),
    totals: { ...sumOf(months.map(([, tally]) => tally)), days: written.size, firstDay },
    streak: streakOf({ written, today, daysOff }),
  }
}
