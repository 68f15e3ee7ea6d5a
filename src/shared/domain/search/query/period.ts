/** Civil periods: whole days, weeks, months, quarters and years, both ends included. */
import type { Temporal } from 'temporal-polyfill'
import type { Day } from '../../day'

export interface Period {
  readonly from: Day
  readonly to: Day
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** The whole unit around a date. `weekStart`: 1 for Monday to 7 for Sunday. */
export function periodAround(date: Temporal.PlainDate, unit: Unit, weekStart: number): Period {
  const from = firstDayOf(date, unit, weekStart)
  return { from: from.toString(), to: from.add(lengthOf(unit)).subtract({ days: 1 }).toString() }
}

/** The date moved by whole units; within a shorter month to its last day. */
export function moved(date: Temporal.PlainDate, unit: Unit, by: number): Temporal.PlainDate {
  const { days = 0, weeks = 0, months = 0, years = 0 } = lengthOf(unit)
  return date.add({ days: days * by, weeks: weeks * by, months: months * by, years: years * by })
}

function firstDayOf(date: Temporal.PlainDate, unit: Unit, weekStart: number): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return date
    case 'week':
      return date.subtract({ days: (date.dayOfWeek - weekStart + 7) % 7 })
    case 'month':
      return date.with({ day: 1 })
    case 'quarter':
      return date.with({ month: date.month - ((date.month - 1) % 3), day: 1 })
    case 'year':
      return date.with({ month: 1, day: 1 })
  }
}

function lengthOf(unit: Unit): { days?: number; weeks?: number; months?: number; years?: number } {
  switch (unit) {
    case 'day':
      return { days: 1 }
    case 'week':
      return { weeks: 1 }
    case 'month':
      return { months: 1 }
    case 'quarter':
      return { months: 3 }
    case 'year':
      return { years: 1 }
  }
}
