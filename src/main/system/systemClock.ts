/** The computer's clock and zone, read anew each time: zones change while a laptop travels. */
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#shared/domain/day'
import type { Clock } from '../services/ports/clock'

export const systemClock: Clock = {
  now() {
    forgetZone()
    return { at: instant(), zone: known(Temporal.Now.timeZoneId()) }
  },
  instant,
}

/** Always three digits: instants are put in order as texts. */
function instant(): Instant {
  return Temporal.Instant.fromEpochMilliseconds(Date.now()).toString({ fractionalSecondDigits: 3 })
}

/**
 * A running process keeps the zone it began with; touching the variable makes it look again, at the cost of some microseconds. One that was set
 * for this process stays. https://github.com/electron/electron/issues/33723
 */
function forgetZone(): void {
  if (process.env.TZ === undefined) delete process.env.TZ
}

/** An empty `TZ` makes the runtime answer `Etc/Unknown`, which it does not take back. */
function known(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch {
    return 'UTC'
  }
}
