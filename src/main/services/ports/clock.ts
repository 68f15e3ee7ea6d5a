/** The only source of the time and the zone. Built on `Date.now()`, so that a set clock reaches all of it. */
import type { Instant, Moment } from '#shared/domain/day'

export interface Clock {
  now(): Moment
  /** The instant alone, for what needs no zone: asking the runtime for that takes as long as a small durable write. */
  instant(): Instant
}
