/** Which versions have served: every one of a day stays, one an hour for a week, one a day for 30 days, and the newest always. Pure. */
import type { Instant } from '#shared/domain/day'
import { milliseconds } from './instantName'

export interface Dated {
  readonly revision: number
  readonly at: Instant
}

const hour = 3_600_000
const day = 24 * hour
export const keptDays = 30

/**
 * The most time that two looks at the clock may be apart and be believed. A clock that jumps (or a journal left alone for a year)
 * then ages nothing by more than a week, and nothing is thrown away because of it.
 */
export const believedStep = 7 * day

export function believed(elapsed: number): number {
  return Math.min(Math.max(elapsed, 0), believedStep)
}

/** By generation, not by time: the order that a jumping clock can't change. */
export function newestFirst(a: Dated, b: Dated): number {
  return b.revision - a.revision || milliseconds(b.at) - milliseconds(a.at)
}

export function worthDropping<T extends Dated>(versions: readonly T[], now: Instant): T[] {
  const ordered = versions.toSorted(newestFirst)
  const taken = new Set<string>()
  const dropped: T[] = []
  let age = 0
  let later = milliseconds(now)
  for (const [at, version] of ordered.entries()) {
    const made = milliseconds(version.at)
    age += believed(later - made)
    later = made
    const slot = slotOf(age, made, at)
    if (at > 0 && (age >= keptDays * day || taken.has(slot))) dropped.push(version)
    taken.add(slot)
  }
  return dropped
}

function slotOf(age: number, made: number, at: number): string {
  if (age < day) return `each ${at}`
  if (age < 7 * day) return `hour ${Math.floor(made / hour)}`
  return `day ${Math.floor(made / day)}`
}
