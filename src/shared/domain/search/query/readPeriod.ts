/**
 * Dates as people write them, as civil periods. Ours, because a library such as chrono-node answers with points in time ("last
 * month" is an instant a month ago, in some zone), and a journal asks for days: the whole of last month, wherever it was written.
 */
import { Temporal } from 'temporal-polyfill'
import { type Day, isDay } from '../../day'
import { withoutEnd } from '../../text/withoutEnd'
import { monthNamed, units, weekdayNamed } from './dateWords'
import { endOfSentence } from './endOfSentence'
import { moved, type Period, periodAround, type Unit } from './period'

export interface DateContext {
  readonly today: Day
  /** 1 for Monday to 7 for Sunday. */
  readonly weekStart: number
}

/** 'impossible' for what is written like a date that no calendar has; null for what is no date. Words are normalized. */
export function readPeriod(words: readonly string[], context: DateContext): Period | 'impossible' | null {
  const written = words.map((word) => withoutEnd(word, endOfSentence)).join(' ')
  for (const [form, read] of forms) {
    const match = form.exec(written)
    const period = match && read(match, { ...context, now: Temporal.PlainDate.from(context.today) })
    if (period) return period === 'impossible' || (isDay(period.from) && isDay(period.to)) ? period : 'impossible'
  }
  return null
}

type Now = DateContext & { readonly now: Temporal.PlainDate }
type Read = (match: RegExpExecArray, now: Now) => Period | 'impossible' | null

const forms: readonly (readonly [RegExp, Read])[] = [
  [/^(\d{4})-(\d\d)-(\d\d)$/, ([, year, month, day]) => around(dateOf(year, month, day), 'day')],
  [/^(\d{4})-(\d\d)$/, ([, year, month]) => around(dateOf(year, month, 1), 'month')],
  [/^(\d{4})$/, ([, year]) => around(dateOf(year, 1, 1), 'year')],
  [/^(\d{4})-?q(\d)$/, ([, year, quarter]) => quarterOf(year, quarter)],
  [/^q(\d) (\d{4})$/, ([, quarter, year]) => quarterOf(year, quarter)],
  [/^q(\d)$/, ([, quarter], { now }) => latest(now, (year) => quarterOf(year, quarter))],
  [/^(\d{4})-?w(\d\d?)$/, ([, year, week]) => isoWeek(Number(year), Number(week))],
  [/^today$/, (_, { now }) => around(now, 'day')],
  [/^yesterday$/, (_, { now }) => around(now.subtract({ days: 1 }), 'day')],
  [/^tomorrow$/, (_, { now }) => around(now.add({ days: 1 }), 'day')],
  [/^(this|last|next) ([a-z]+)$/, ([, which, word], now) => besideNow(which, word ?? '', now)],
  [/^(\d{1,4}|an?) ([a-z]+?)s? ago$/, ([, count, word], now) => ago(count, word, now)],
  [/^([a-z]+)$/, ([, word], now) => named(word ?? '', now)],
  [/^([a-z]+) (\d{4})$/, ([, month, year]) => ofMonth(month, (number) => around(dateOf(year, number, 1), 'month'))],
  [/^(\d\d?)(?:st|nd|rd|th)? ([a-z]+)(?: (\d{4}))?$/, ([, day, month, year], now) => dayIn(month, day, year, now)],
  [/^([a-z]+) (\d\d?)(?:st|nd|rd|th)?(?: (\d{4}))?$/, ([, month, day, year], now) => dayIn(month, day, year, now)],
]

function around(date: Temporal.PlainDate | null, unit: Unit, weekStart = 1): Period | 'impossible' {
  return date === null ? 'impossible' : periodAround(date, unit, weekStart)
}

/** Null for a date that no calendar has. */
function dateOf(year: unknown, month: unknown, day: unknown): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}

function quarterOf(year: unknown, quarter: unknown): Period | 'impossible' {
  return around(dateOf(year, Number(quarter) * 3 - 2, 1), 'quarter')
}

/** By ISO 8601 also where weeks start on another day: the week with the year's first Thursday is the first, from Monday on. */
function isoWeek(year: number, week: number): Period | 'impossible' {
  const inFirst = dateOf(year, 1, 4)
  const date = inFirst?.add({ weeks: week - 1 }) ?? null
  return date?.yearOfWeek === year && date.weekOfYear === week ? around(date, 'week') : 'impossible'
}

/** "this week", "last month", "next friday": the unit beside today's; the nearest such weekday, but never today's for "last" and "next". */
function besideNow(which: string | undefined, word: string, { now, weekStart }: Now): Period | 'impossible' | null {
  const by = which === 'last' ? -1 : which === 'next' ? 1 : 0
  const unit = units.find((name) => name === word)
  if (unit !== undefined) return around(moved(now, unit, by), unit, weekStart)
  const weekday = weekdayNamed(word)
  if (weekday === 0) return null
  if (by === -1) return around(now.subtract({ days: ((now.dayOfWeek - weekday + 6) % 7) + 1 }), 'day')
  if (by === 1) return around(now.add({ days: ((weekday - now.dayOfWeek + 6) % 7) + 1 }), 'day')
  const first = Temporal.PlainDate.from(periodAround(now, 'week', weekStart).from)
  return around(first.add({ days: (weekday - weekStart + 7) % 7 }), 'day')
}

/** "3 days ago" is a day, "2 weeks ago" a whole week. */
function ago(
  count: string | undefined,
  word: string | undefined,
  { now, weekStart }: Now,
): Period | 'impossible' | null {
  const unit = units.find((name) => name === word)
  if (unit === undefined) return null
  return around(moved(now, unit, count?.startsWith('a') ? -1 : -Number(count)), unit, weekStart)
}

/** A month or weekday by its name alone: the latest that has begun. A journal looks back. */
function named(word: string, { now }: Now): Period | 'impossible' | null {
  const weekday = weekdayNamed(word)
  if (weekday > 0) return around(now.subtract({ days: (now.dayOfWeek - weekday + 7) % 7 }), 'day')
  return ofMonth(word, (month) => latest(now, (year) => around(dateOf(year, month, 1), 'month')))
}

function ofMonth<T>(name: string | undefined, read: (month: number) => T): T | null {
  const month = monthNamed(name ?? '')
  return month === 0 ? null : read(month)
}

function dayIn(
  name: string | undefined,
  day: string | undefined,
  year: string | undefined,
  { now }: Now,
): Period | 'impossible' | null {
  // "march 45" is March, and a number.
  if (Number(day) < 1 || Number(day) > 31) return null
  return ofMonth(name, (month) =>
    year === undefined
      ? latest(now, (within) => around(dateOf(within, month, day), 'day'))
      : around(dateOf(year, month, day), 'day'),
  )
}

/** Of the year in which it last began; 29 February may be up to eight years back. */
function latest(now: Temporal.PlainDate, inYear: (year: number) => Period | 'impossible'): Period | 'impossible' {
  const today = now.toString()
  for (let year = now.year; year > now.year - 9; year -= 1) {
    const period = inYear(year)
    if (period !== 'impossible' && period.from <= today) return period
  }
  return 'impossible'
}
