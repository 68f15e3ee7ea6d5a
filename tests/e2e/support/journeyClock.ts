/** The clock of one journey: it begins where the spec says, whatever day it is, and goes on over restarts. */
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import type { Instant, Moment } from '../../../src/shared/domain/day'

/** A Tuesday morning in Berlin, or the wall time and the zone that the environment names. */
const { TEST_DATE = '2026-11-24T10:00', TEST_ZONE = 'Europe/Berlin' } = process.env

const wall = Temporal.PlainDateTime.from(TEST_DATE)

/** When and where journeys begin that need no moment of their own. */
export const usualStart: Moment = { at: wall.toZonedDateTime(TEST_ZONE).toInstant().toString(), zone: TEST_ZONE }

/** The day of a journey with the usual start. */
export const today = wall.toPlainDate()

/** What puts a process's clock ahead; Node and Electron load it before anything of the app. */
export const clockAhead = join(import.meta.dirname, 'clockAhead.cjs')

export class JourneyClock {
  #ahead = 0
  #zone = ''

  constructor(start: Moment) {
    this.set(start)
  }

  set({ at, zone }: Moment): void {
    this.#ahead = Date.parse(at) - Date.now()
    this.#zone = zone
  }

  /** Milliseconds from the machine's clock to this one. */
  get ahead(): number {
    return this.#ahead
  }

  now(): Moment {
    const at: Instant = new Date(Date.now() + this.#ahead).toISOString()
    return { at, zone: this.#zone }
  }

  /** For a process that requires `clockAhead`. */
  get environment(): { readonly TZ: string; readonly THROUGHLINE_CLOCK_AHEAD: string } {
    return { TZ: this.#zone, THROUGHLINE_CLOCK_AHEAD: String(this.#ahead) }
  }
}
