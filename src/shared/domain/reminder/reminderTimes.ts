/** Which reminders a stretch of local wall time holds. */
import { Temporal } from 'temporal-polyfill'
import { addDays, type Day, dayOf, type Moment, type WallTime, weekdayOf } from '../day'
import type { Occurrence, Reminder, ReminderPlan, WallDateTime } from './reminder'

/** Days: a longer stretch is looked at from so far back. More is not worth reading. */
const longestLook = 400

export function wallOf({ at, zone }: Moment): WallDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' })
}

export function wallOfOccurrence({ day, time }: Pick<Occurrence, 'day' | 'time'>): WallDateTime {
  return `${day}T${time}:00`
}

/** Minutes of wall time from `from` to `to`. */
export function minutesBetween(from: WallDateTime, to: WallDateTime): number {
  return Temporal.PlainDateTime.from(from).until(to, { largestUnit: 'minutes' }).total('minutes')
}

export function addMinutes(wall: WallDateTime, minutes: number): WallDateTime {
  return Temporal.PlainDateTime.from(wall).add({ minutes }).toString({ smallestUnit: 'second' })
}

/** The day that a wall time belongs to where days end at `dayEnds`. */
export function journalDayOf(wall: WallDateTime, dayEnds: WallTime): Day {
  // Read as UTC, a wall time keeps its day and hour.
  return dayOf({ at: `${wall}Z`, zone: 'UTC' }, dayEnds)
}

export function isPaused({ pausedUntil, holidays }: ReminderPlan, day: Day): boolean {
  return (pausedUntil !== null && day < pausedUntil) || holidays.some(({ from, to }) => from <= day && day <= to)
}

/**
 * What comes after `from` and not after `to`, in the order in which it comes. A time that the clocks jump over comes when they have; one that they
 * pass twice is one occurrence; a day that the zone leaves out has none.
 */
export function* occurrencesBetween(
  plan: ReminderPlan,
  from: WallDateTime,
  to: WallDateTime,
  zone: string,
): Generator<Occurrence> {
  const reminders = plan.reminders.filter(({ enabled }) => enabled).sort(byTime)
  if (reminders.length === 0) return
  const last = to.slice(0, 10)
  const earliest = addDays(last, -longestLook)
  const first = from.slice(0, 10) < earliest ? earliest : from.slice(0, 10)
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const weekday = weekdayOf(day)
    if (!reminders.some(({ weekdays }) => weekdays.includes(weekday))) continue
    if (isPaused(plan, day) || !exists(day, zone)) continue
    for (const { id, weekdays, time } of reminders) {
      const wall = wallOfOccurrence({ day, time })
      if (weekdays.includes(weekday) && from < wall && wall <= to) yield { reminder: id, day, time }
    }
  }
}

/** The latest that came on the day of `now`; of several at one time the first in the plan. Undefined when none came yet. */
export function latestOfDay(plan: ReminderPlan, now: Moment, dayEnds: WallTime): Occurrence | undefined {
  const wall = wallOf(now)
  const begins = addMinutes(`${journalDayOf(wall, dayEnds)}T${dayEnds}:00`, -1)
  const came = [...occurrencesBetween(plan, begins, wall, now.zone)]
  const last = came.at(-1)
  const together = came.filter(({ day, time }) => day === last?.day && time === last.time)
  return plan.reminders.flatMap(({ id }) => together.filter(({ reminder }) => reminder === id))[0]
}

/** The next `count` that come after `from` and are not among `except`. */
export function nextOccurrences(
  plan: ReminderPlan,
  from: WallDateTime,
  zone: string,
  count: number,
  except: (occurrence: Occurrence) => boolean = () => false,
): Occurrence[] {
  const found: Occurrence[] = []
  // Month by month: usually the first holds all of them.
  for (let start = from, month = 0; month < 13 && found.length < count; month += 1) {
    const end = addMinutes(start, 31 * 24 * 60)
    for (const occurrence of occurrencesBetween(plan, start, end, zone)) {
      if (found.length < count && !except(occurrence)) found.push(occurrence)
    }
    start = end
  }
  return found
}

function byTime(a: Reminder, b: Reminder): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** Samoa had no 30 December 2011. */
function exists(day: Day, zone: string): boolean {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toPlainDate().toString() === day
}
