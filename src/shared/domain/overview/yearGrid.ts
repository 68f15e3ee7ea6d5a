/** Where each day of a year stands in a map with a column for each week and a row for each weekday. */
import type { Day } from '../day'
import { dayNumber } from './dayNumber'

export interface DayPlace {
  readonly day: Day
  /** The column, from 0. */
  readonly week: number
  /** The row, from 0 for the day on which weeks start. */
  readonly row: number
}

export interface YearGrid {
  /** 53, seldom 54. */
  readonly weeks: number
  readonly days: readonly DayPlace[]
  /** The week in which each month begins. */
  readonly months: readonly { readonly month: string; readonly week: number }[]
}

const daysInWeek = 7

/** `weekStart` is 1 for Monday to 7 for Sunday. */
export function yearGrid(year: number, weekStart: number): YearGrid {
  const names = daysOfYear(year)
  const before = (dayNumber(names[0] ?? '0001-01-01') - (weekStart - 1) + daysInWeek) % daysInWeek
  const days = names.map((day, at) => ({
    day,
    week: Math.floor((before + at) / daysInWeek),
    row: (before + at) % daysInWeek,
  }))
  return {
    weeks: (days.at(-1)?.week ?? 0) + 1,
    days,
    months: days.filter(({ day }) => day.endsWith('-01')).map(({ day, week }) => ({ month: day.slice(0, 7), week })),
  }
}

export function daysOfYear(year: number): readonly Day[] {
  return monthsOf(year).flatMap(({ month, length }) =>
    Array.from({ length }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`),
  )
}

function monthsOf(year: number): { month: string; length: number }[] {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return lengths.map((length, at) => ({
    month: `${String(year).padStart(4, '0')}-${String(at + 1).padStart(2, '0')}`,
    length,
  }))
}
