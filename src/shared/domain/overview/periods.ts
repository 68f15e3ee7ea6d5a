/** Months made ready for a plot: without gaps, and put together where there are too many to distinguish. */
import type { MonthTally } from './statistics'
import { sumOf, type Tally } from './tally'

export type PeriodLength = 'month' | 'quarter' | 'year'

export interface Period extends Tally {
  /** Its first month, `YYYY-MM`. */
  readonly from: string
}

export interface Periods {
  readonly length: PeriodLength
  /** Every period to the last one, the earliest first; a year of months at least, so that a beginning looks like one. */
  readonly periods: readonly [Period, ...Period[]]
}

const monthsIn: Record<PeriodLength, number> = { month: 1, quarter: 3, year: 12 }
const leastMonths = 12
const mostMonths = 48
const mostQuarters = 60

/** `months` with the earliest first; those that had nothing may be left out. Null while there is none. */
export function periodsOf(months: readonly MonthTally[]): Periods | null {
  const [first, last] = [months[0]?.month, months.at(-1)?.month]
  if (first === undefined || last === undefined) return null
  const span = numberOf(last) - numberOf(first) + 1
  const length = span <= mostMonths ? 'month' : span <= mostQuarters * monthsIn.quarter ? 'quarter' : 'year'
  const indexOf = (month: string) => Math.floor(numberOf(month) / monthsIn[length])
  const aYearBack = Math.max(numberOf('0001-01'), numberOf(last) - leastMonths + 1)
  const start = Math.min(indexOf(first), indexOf(monthOf(aYearBack)))
  const groups: MonthTally[][] = Array.from({ length: indexOf(last) - start + 1 }, () => [])
  for (const tally of months) groups[indexOf(tally.month) - start]?.push(tally)
  const periods = groups.map((group, at) => ({ from: monthOf((start + at) * monthsIn[length]), ...sumOf(group) }))
  const [earliest, ...later] = periods
  return earliest ? { length, periods: [earliest, ...later] } : null
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}

function monthOf(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}
