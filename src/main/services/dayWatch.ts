/** Notices that a new day began. Timers are only a hint: the clock is looked at again on every tick. */
import type { Day } from '#shared/domain/day'

/** Milliseconds; short enough that the new day appears while the person looks. */
const tickEvery = 15_000

export interface DayWatch {
  /** Looks at the clock now: after sleep, after a change of the day's end. */
  look(): void
  stop(): void
}

export function watchDay(today: () => Day, changed: (today: Day) => void): DayWatch {
  let known = today()
  const look = () => {
    const now = today()
    if (now === known) return
    known = now
    changed(now)
  }
  const timer = setInterval(look, tickEvery)
  return { look, stop: () => clearInterval(timer) }
}
