/** Civil days and the instants they come from. Days are `YYYY-MM-DD`, months `YYYY-MM`, instants ISO 8601 in UTC, wall times `HH:MM`. */
import './zod/zodWithoutEval'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A real date of the proleptic Gregorian calendar, years 0001 to 9999. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay)
export type Day = z.infer<typeof daySchema>

export const instantSchema = z.string().max(40).refine(isInstant)
export type Instant = z.infer<typeof instantSchema>

export const wallTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export type WallTime = z.infer<typeof wallTimeSchema>

/** When something happened: the instant, and the time zone the person was in. */
export const momentSchema = z.looseObject({ at: instantSchema, zone: z.string().min(1).max(100) })
export type Moment = z.infer<typeof momentSchema>

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}

/** The civil day a moment belongs to, when days end at `dayEnds` (the hours before it belong to the day before). */
export function dayOf(moment: Moment, dayEnds: WallTime = '00:00'): Day {
  const zoned = wallTimeOf(moment)
  const ends = Temporal.PlainTime.from(dayEnds)
  const early = Temporal.PlainTime.compare(zoned.toPlainTime(), ends) < 0
  return zoned
    .toPlainDate()
    .subtract({ days: early ? 1 : 0 })
    .toString()
}

/** In UTC where this system does not know the zone: a journal outlives their names, and comes from systems that have other ones. */
function wallTimeOf({ at, zone }: Moment): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.from(at)
  try {
    return instant.toZonedDateTimeISO(zone)
  } catch {
    return instant.toZonedDateTimeISO('UTC')
  }
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}
