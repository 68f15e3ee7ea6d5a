/** How counted work grows when its input does. Counts are the same on every machine, so a test may fail on them; times may not. */

import { quick } from '../effort'

/** Work on twice the input may be this much more: linear work, with room for a sort. */
const mostPerDoubling = 2.3
/** Below this count what is done once, whatever the input, hides how the rest grows. */
const floor = 2000
/** Doubling ends here, or where the input has become the largest one that is asked for. */
const enough = quick ? 250_000 : 2_000_000

/** Adds to what was counted: a node or a character that was visited, a file that was read. */
export type Count = (amount: number) => void
export type Work<T> = (input: T, count: Count) => unknown

export interface Doubling {
  readonly n: number
  /** What was counted at `n` and at twice `n`. */
  readonly counted: readonly [number, number]
}

export interface Growth {
  readonly doublings: readonly Doubling[]
  /** The first doubling that took too much more work. */
  readonly tooMuch: Doubling | null
}

/** Counts the work on `make(16)`, `make(32)` … up to `make(largest)`. */
export async function growthOf<T>(make: (n: number) => T, work: Work<T>, largest = 4096): Promise<Growth> {
  const doublings: Doubling[] = []
  let before = await countedBy(work, make(16))
  for (let n = 16; n < largest && before < enough; n *= 2) {
    const after = await countedBy(work, make(2 * n))
    const doubling: Doubling = { n, counted: [before, after] }
    doublings.push(doubling)
    if (before >= floor && after > mostPerDoubling * before) return { doublings, tooMuch: doubling }
    before = after
  }
  return { doublings, tooMuch: null }
}

async function countedBy<T>(work: Work<T>, input: T): Promise<number> {
  let counted = 0
  await work(input, (amount) => {
    counted += amount
  })
  return counted
}
