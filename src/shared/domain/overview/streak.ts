/** How long a person wrote on every working day. Weekends and days off break nothing, and writing on them counts. */
import type { Day } from '../day'
import { dayNumber } from './dayNumber'

export interface Streak {
  /** Days written in the run that goes on; 0 when none does. */
  readonly current: number
  /** Days written in the longest run there was. */
  readonly longest: number
}

/** Both days belong to it. */
export interface DaysOff {
  readonly from: Day
  readonly to: Day
}

export interface StreakNeeds {
  /** In any order, each as often as it likes. */
  readonly written: Iterable<Day>
  /** Its own page may still be written: it breaks nothing. Later days count for nothing yet. */
  readonly today: Day
  readonly daysOff: readonly DaysOff[]
}

export function streakOf({ written, today, daysOff }: StreakNeeds): Streak {
  const days = [...new Set(written)].filter((day) => day <= today).sort()
  const off = daysOff.map(({ from, to }): Range => ({ from: dayNumber(from), to: dayNumber(to) }))
  let [run, longest, before] = [0, 0, Number.NEGATIVE_INFINITY]
  for (const day of days.map(dayNumber)) {
    run = run > 0 && !isMissed(before + 1, day, off) ? run + 1 : 1
    longest = Math.max(longest, run)
    before = day
  }
  const current = run > 0 && !isMissed(before + 1, dayNumber(today), off) ? run : 0
  return { current, longest }
}

const daysInWeek = 7
/** Of a week that begins with 0 for Monday. */
const saturday = 5

interface Range {
  readonly from: number
  readonly to: number
}

/** Whether a working day lies between, the last not included. */
function isMissed(first: number, end: number, off: readonly Range[]): boolean {
  let day = first
  while (day < end) {
    const at = day
    const range = off.find(({ from, to }) => from <= at && at <= to)
    if (range) day = range.to + 1
    else if (day % daysInWeek >= saturday) day += 1
    else return true
  }
  return false
}
