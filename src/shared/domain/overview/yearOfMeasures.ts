/** One year, day by day, and which years there are. */
import type { Day } from '../day'
import type { Measure } from './measure'
import { type Tally, tallyBy } from './tally'

export interface DayTally extends Tally {
  readonly day: Day
}

export interface YearOfMeasures {
  readonly year: number
  /** Days that have something, the earliest first. */
  readonly days: readonly DayTally[]
  /** Years that have something, the earliest first. */
  readonly years: readonly number[]
}

export function yearOfMeasures(measures: Iterable<Measure>, year: number): YearOfMeasures {
  // Years have four digits.
  const start = `${String(year).padStart(4, '0')}-`
  const years = new Set<string>()
  const days = tallyBy(measures, ({ day }) => {
    years.add(day.slice(0, 4))
    return day.startsWith(start) ? day : null
  })
  return {
    year,
    days: days.map(([day, tally]) => ({ day, ...tally })),
    years: [...years].map(Number).sort((a, b) => a - b),
  }
}
