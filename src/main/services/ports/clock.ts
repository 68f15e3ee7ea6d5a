/** The only source of the time and the zone. Built on `Date.now()`, so that a set clock reaches all of it. */
import type { Moment } from '#shared/domain/day'

export interface Clock {
  now(): Moment
}
