/** A clock that a test sets. */
import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../src/main/services/ports/clock'

export interface SetClock extends Clock {
  advance(duration: Temporal.DurationLike): void
}

export function setClock(at = '2026-03-02T08:00:00Z'): SetClock {
  let now = Temporal.Instant.from(at)
  return {
    now: () => ({ at: now.toString(), zone: 'Europe/Berlin' }),
    instant: () => now.toString(),
    advance: (duration) => {
      const hours = Temporal.Duration.from(duration).total({ unit: 'milliseconds', relativeTo: '2026-01-01' })
      now = now.add({ milliseconds: Math.round(hours) })
    },
  }
}
