/** Which versions have served: every one of a day stays, one an hour for a week, one a day for 30 days, one a month after; the newest always. Pure. */
import type { Instant } from '#shared/domain/day'
import { milliseconds } from '../../disk/instantName'
import { believedAges, believedStep, isAfterStepBack } from './believedAge'

export interface Dated {
  readonly revision: number
  readonly at: Instant
}

const day = 24 * 3_600_000

/** By generation, not by time: the order that a jumping clock can't change. */
export function newestFirst(a: Dated, b: Dated): number {
  return b.revision - a.revision || milliseconds(b.at) - milliseconds(a.at)
}

export function worthDropping<T extends Dated>(versions: readonly T[], now: Instant): T[] {
  const ordered = versions.toSorted(newestFirst)
  const times = ordered.map(({ at }) => milliseconds(at))
  const ages = believedAges(times, milliseconds(now), believedStepOrNone)
  const taken = new Set<string>()
  const dropped: T[] = []
  let run = 0
  for (const [at, version] of ordered.entries()) {
    // A clock that was set back shows the same hours again: they are others.
    if (isAfterStepBack(times, at - 1)) run += 1
    const slot = `${run} ${slotOf(ages[at] ?? 0, version.at, at)}`
    if (at > 0 && taken.has(slot) && !isAfterStepBack(times, at)) dropped.push(version)
    taken.add(slot)
  }
  return dropped
}

/** A longer one says nothing of what passed: the clock jumped, or nothing was written, and no version goes for either. */
function believedStepOrNone(step: number): number {
  return step > believedStep ? 0 : step
}

/** In UTC: slots only have to be of one length, not anybody's days. */
function slotOf(age: number, made: Instant, at: number): string {
  if (age < day) return `each ${at}`
  if (age < 7 * day) return made.slice(0, 'YYYY-MM-DDTHH'.length)
  return made.slice(0, age < 30 * day ? 'YYYY-MM-DD'.length : 'YYYY-MM'.length)
}

export interface Sized extends Dated {
  readonly bytes: number
  /** When it was kept, in milliseconds since the epoch. */
  readonly made: number
}

/**
 * What has to go so that at least `excess` bytes are freed: the oldest first, of each entry its lowest revision first, and never its newest.
 * Takes each entry's versions, newest first.
 */
export function worthDroppingFor<T extends Sized>(excess: number, entries: Iterable<readonly T[]>): T[] {
  const candidates = [...entries].flatMap((versions) => aging(versions.slice(1)))
  candidates.sort((a, b) => a.since - b.since)
  let left = excess
  return candidates.flatMap(({ version }) => {
    if (left <= 0) return []
    left -= version.bytes
    return [version]
  })
}

/** Oldest first. None counts as older than one of a lower revision: a clock that was set back makes nothing old. */
function aging<T extends Sized>(newestFirst: readonly T[]): { readonly version: T; readonly since: number }[] {
  let since = Number.NEGATIVE_INFINITY
  return newestFirst.toReversed().map((version) => {
    since = Math.max(since, version.made)
    return { version, since }
  })
}
