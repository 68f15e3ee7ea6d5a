/**
 * What a person has to be told by their reminders, reckoned from the calendar alone and with a memory that forgets nothing: the oracle of the property
 * test. All times are local wall times, which sort as texts.
 */
import type { ReminderAnswer } from '#shared/contract/reminders'
import type { Occurrence, Reminder, ReminderPlan } from '#shared/domain/reminder/reminder'
import { listInWords, wallTimeInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'

const minute = 60_000
const utc = (wall: string) => Date.parse(`${wall}Z`)
const later = (wall: string, minutes: number) => new Date(utc(wall) + minutes * minute).toISOString().slice(0, 19)
export const dayLater = (day: string, days: number) => later(`${day}T00:00:00`, days * 24 * 60).slice(0, 10)
const wallOf = ({ day, time }: Occurrence) => `${day}T${time}:00`
export const keyOf = ({ reminder, day, time }: Occurrence) => `${reminder} ${day} ${time}`

interface Put {
  readonly occurrence: Occurrence
  readonly at: string
}

export interface World {
  plan: ReminderPlan
  dayEnds: string
  weekStart: number
  /** The templates of each day's pages. */
  readonly written: Map<string, Set<string>>
}

/** The day that a wall time belongs to where days end at `dayEnds`. */
export function journalDay(wall: string, dayEnds: string): string {
  return wall.slice(11, 16) < dayEnds ? dayLater(wall.slice(0, 10), -1) : wall.slice(0, 10)
}

export function createToldOnce(world: World, first: string) {
  let seen = first
  const shown = new Set<string>()
  const missed = new Map<string, { occurrence: Occurrence; told: boolean }>()
  let waiting: Put[] = []
  let snoozed: (Put & { readonly until: string })[] = []

  const enabled = ({ reminder }: Occurrence): Reminder | undefined =>
    world.plan.reminders.find((one) => one.id === reminder && one.enabled)
  const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  function isSilent(occurrence: Occurrence, day: string): boolean {
    const { onlyIfUnwritten = false, silencedBy, template = '' } = enabled(occurrence) ?? {}
    if (!onlyIfUnwritten) return false
    if (silencedBy === 'any') return (world.written.get(day)?.size ?? 0) > 0
    if (world.written.get(day)?.has(template)) return true
    // Back through the week, day by day.
    return silencedBy === 'week' && weekday(day) !== world.weekStart && isSilent(occurrence, dayLater(day, -1))
  }
  const isOff = (day: string) =>
    (world.plan.pausedUntil !== null && day < world.plan.pausedUntil) ||
    world.plan.holidays.some(({ from, to }) => from <= day && day <= to)
  const comesStill = (at: string, now: string) =>
    journalDay(at, world.dayEnds) === journalDay(now, world.dayEnds) && utc(now) - utc(at) <= 6 * 60 * minute

  function due(now: string, zone: string): Occurrence[] {
    const found: Occurrence[] = []
    for (let day = seen.slice(0, 10); day <= now.slice(0, 10); day = dayLater(day, 1)) {
      // Samoa's calendar has no such day.
      if (isOff(day) || (zone === 'Pacific/Apia' && day === '2011-12-30')) continue
      for (const { id, weekdays, time, enabled: isOn } of world.plan.reminders) {
        const one = { reminder: id, day, time }
        if (!isOn || !weekdays.includes(weekday(day))) continue
        if (seen < wallOf(one) && wallOf(one) <= now && !shown.has(keyOf(one)) && !missed.has(keyOf(one)))
          found.push(one)
      }
    }
    return found.sort((a, b) => (`${wallOf(a)} ${a.reminder}` < `${wallOf(b)} ${b.reminder}` ? -1 : 1))
  }

  /** Time went on to `now`: the title of the one notification that has to be shown, or null. */
  function look(now: string, zone: string): string | null {
    const today = journalDay(now, world.dayEnds)
    for (const [key, { occurrence }] of missed) if (wallOf(occurrence) > now && !shown.has(key)) missed.delete(key)
    const miss = (occurrence: Occurrence) => void missed.set(keyOf(occurrence), { occurrence, told: false })
    const comes: Occurrence[] = []
    for (const one of due(now, zone)) {
      if (isSilent(one, journalDay(wallOf(one), world.dayEnds))) continue
      if (comesStill(wallOf(one), now)) comes.push(one)
      else miss(one)
    }
    for (const put of snoozed.splice(0)) {
      const { occurrence, at, until } = put
      if (enabled(occurrence) === undefined) continue
      if (at <= now && now < until) snoozed.push(put)
      else if (isSilent(occurrence, today)) continue
      else if (isOff(now.slice(0, 10)) || (at <= now && !comesStill(until, now))) miss(occurrence)
      else comes.push(occurrence)
    }
    waiting = waiting.filter(
      ({ occurrence, at }) =>
        enabled(occurrence) !== undefined && journalDay(at, world.dayEnds) === today && !isSilent(occurrence, today),
    )
    for (const occurrence of comes) {
      shown.add(keyOf(occurrence))
      waiting.push({ occurrence, at: now })
    }
    seen = now
    return comes.length === 0
      ? null
      : listInWords(
          comes.map((one) => titleOf(one, now)),
          'en-GB',
        )
  }

  function titleOf(one: Occurrence, now: string): string {
    const { name = '' } = world.plan.reminders.find(({ id }) => id === one.reminder) ?? {}
    const isLate = utc(now) - utc(wallOf(one)) >= 2 * minute
    return isLate ? messages.reminding.forTime(name, wallTimeInWords(one.time, 'en-GB')) : name
  }

  return {
    look,
    answer(occurrence: Occurrence, given: ReminderAnswer, now: string): void {
      const key = keyOf(occurrence)
      shown.add(key)
      waiting = waiting.filter((one) => keyOf(one.occurrence) !== key)
      snoozed = snoozed.filter((one) => keyOf(one.occurrence) !== key)
      const before = missed.get(key)
      if (before) missed.set(key, { ...before, told: true })
      if (given === 'open' || given === 'skip') return
      snoozed.push({ occurrence, at: now, until: untilOf(given, now) })
    },
    dismiss(): void {
      for (const [key, { occurrence }] of missed) missed.set(key, { occurrence, told: true })
    },
    /** As the lists say it: nobody can name a reminder that is deleted. */
    waiting: () =>
      waiting
        .map(({ occurrence }) => occurrence)
        .filter(isKnown)
        .map(keyOf)
        .sort(),
    missed: () =>
      [...missed.values()]
        .filter(({ told, occurrence }) => !told && isKnown(occurrence))
        .map(({ occurrence }) => keyOf(occurrence))
        .sort(),
  }

  /** Before four in the morning, or before the day ends, it is still the evening before. */
  function untilOf(given: string, now: string): string {
    const isNight = now.slice(11, 16) < '04:00' || now.slice(11, 16) < world.dayEnds
    if (given === 'tomorrow') return `${dayLater(now.slice(0, 10), isNight ? 0 : 1)}T09:00:00`
    if (given !== 'tonight') return later(now, Number(given))
    return isNight || now.slice(11) >= '20:00:00' ? later(now, 60) : `${now.slice(0, 10)}T20:00:00`
  }

  function isKnown({ reminder }: Occurrence): boolean {
    return world.plan.reminders.some(({ id }) => id === reminder)
  }
}
