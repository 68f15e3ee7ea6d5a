/** Days and instants in words, by `Intl` in the person's locale. */
import { Temporal } from 'temporal-polyfill'
import type { Day, WallTime } from '../domain/day'

/** A civil day has no zone: it is formatted as that date in UTC. */
function format(day: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(locale, options).format(startOf(day))
}

function startOf(day: Day): number {
  return Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds
}

/** Made once: they take long to make, and a year has many days to name. */
const dateFormats = new Map<string, Intl.DateTimeFormat>()
const numberFormats = new Map<string, Intl.NumberFormat>()

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return known(
    dateFormats,
    `${locale} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
  )
}

function known<T>(formats: Map<string, T>, key: string, make: () => T): T {
  const format = formats.get(key) ?? make()
  formats.set(key, format)
  return format
}

/** "Tuesday 24 November", with the year when it is not `today`'s. */
export function dayInWords(day: Day, today: Day, locale: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const }
  return format(day, locale, { weekday: 'long', day: 'numeric', month: 'long', ...year })
}

export function weekdayInWords(day: Day, locale: string, length: 'long' | 'short' = 'long'): string {
  return format(day, locale, { weekday: length })
}

/** A month, `YYYY-MM`: "March", or "March 2026" with its year. */
export function monthInWords(month: string, locale: string, options: Intl.DateTimeFormatOptions = {}): string {
  return format(`${month}-01`, locale, { month: 'long', ...options })
}

/** From one month to another: "Jan – Mar 2026". */
export function monthsInWords(from: string, to: string, locale: string): string {
  const months = dateFormat(locale, { month: 'short', year: 'numeric' })
  return months.formatRange(startOf(`${from}-01`), startOf(`${to}-01`))
}

/** A year as people write it: without a sign between its digits. */
export function yearInWords(year: number, locale: string): string {
  return format(`${String(year).padStart(4, '0')}-01-01`, locale, { year: 'numeric' })
}

/** "16:45" or "4:45 PM", in the zone it was written in; in UTC where this system does not know that zone. */
export function timeInWords(at: string, zone: string, locale: string): string {
  return timeFormat(zone, locale).format(Temporal.Instant.from(at).epochMilliseconds)
}

function timeFormat(zone: string, locale: string): Intl.DateTimeFormat {
  const options = { hour: 'numeric', minute: '2-digit' } as const
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  } catch {
    // A journal outlives time zones' names, and comes from systems that have other ones.
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', timeZoneName: 'short' })
  }
}

export function numberInWords(count: number, locale: string): string {
  return known(numberFormats, locale, () => new Intl.NumberFormat(locale)).format(count)
}

/** "16:45" or "4:45 PM": a wall time has no zone. */
export function wallTimeInWords(time: WallTime, locale: string): string {
  return timeFormat('UTC', locale).format(Temporal.Instant.from(`2000-01-01T${time}Z`).epochMilliseconds)
}

export function listInWords(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale).format(names)
}

/** 1 for Monday to 7 for Sunday. */
export function firstWeekday(locale: string): number {
  // Not every runtime's types know it yet.
  const known = new Intl.Locale(locale) as { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } }
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1
}

/** "March 2026", "2026", "3 March 2026" or "2 – 8 March 2026": civil days, both included. */
export function periodInWords(from: Day, to: Day, locale: string): string {
  if (from === to) return format(from, locale, { day: 'numeric', month: 'long', year: 'numeric' })
  const [first, next] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to).add({ days: 1 })]
  const isWhole = (length: Temporal.DurationLike) => first.day === 1 && first.add(length).equals(next)
  if (isWhole({ months: 1 })) return format(from, locale, { month: 'long', year: 'numeric' })
  if (isWhole({ years: 1 }) && first.month === 1) return format(from, locale, { year: 'numeric' })
  const between = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const instant = (day: Day) => Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds
  return between.formatRange(instant(from), instant(to))
}
