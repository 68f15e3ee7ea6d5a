/** For long work in small steps: lets other work in between, so that no window waits a frame for it. */
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Milliseconds; a frame has 16, and a step may be under way when they are over. */
const longest = 6

/** To be awaited after each step. */
export function createYieldToEventLoop(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longest) return
    await nextTurn()
    since = performance.now()
  }
}
