/** Notices that a new day began, and gives the other things that have to be looked at their tick. Timers are only a hint: the clock is looked at again each time. */
import type { Day } from '#shared/domain/day'

/** Milliseconds; short enough that the new day appears while the person looks. */
const tickEvery = 15_000

export interface DayClock {
  /** Looks at the clock now: after sleep, after a change of the day's end. */
  look(): void
  stop(): void
}

/** `ticked` comes with every look, after the day was looked at. */
export function startDayClock(
  today: () => Day,
  changed: (today: Day) => void,
  ticked: () => void = () => {},
): DayClock {
  let known = today()
  const look = () => {
    const now = today()
    if (now !== known) {
      known = now
      changed(now)
    }
    ticked()
  }
  const timer = setInterval(look, tickEvery)
  return { look, stop: () => clearInterval(timer) }
}
