/** Which written pages make a reminder silent: for most people a page in the morning says nothing about the reflection in the evening. */
import { addDays, type Day, weekdayOf } from '../day'
import type { Reminder } from './reminder'

/** `template`: a page of the reminder's own on its day; `any`: any page on its day; `week`: a page of its own in its week, until its day. */
export const silencers = ['template', 'any', 'week'] as const
export type Silencer = (typeof silencers)[number]

/** The templates of a day's pages that have an answer, each once. */
export type WrittenOn = (day: Day) => readonly string[]

/**
 * Null for a reminder that always comes. One from before there was a choice asks for its own template, and so does one with a word of a newer
 * app: a reminder too many is skipped in a moment, and one that stays away for another page is missed without a word.
 */
export function silencerOf({ onlyIfUnwritten, silencedBy }: Reminder): Silencer | null {
  if (!onlyIfUnwritten) return null
  return silencers.find((silencer) => silencer === silencedBy) ?? 'template'
}

/** The days whose pages count for a reminder that comes on `day`; none for one that always comes. `weekStart`: 1 for Monday to 7 for Sunday. */
export function daysThatSilence(reminder: Reminder, day: Day, weekStart: number): readonly Day[] {
  const silencer = silencerOf(reminder)
  if (silencer === null) return []
  if (silencer !== 'week') return [day]
  const passed = (weekdayOf(day) - weekStart + 7) % 7
  return Array.from({ length: passed + 1 }, (_, back) => addDays(day, -back))
}

export function isSilenced(reminder: Reminder, day: Day, weekStart: number, writtenOn: WrittenOn): boolean {
  const isAny = silencerOf(reminder) === 'any'
  return daysThatSilence(reminder, day, weekStart).some((one) =>
    writtenOn(one).some((template) => isAny || template === reminder.template),
  )
}
