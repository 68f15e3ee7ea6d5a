/** What a measure is given and what it gives. */
import type { Spread } from './spread'

export interface Result {
  readonly id: string
  readonly entries: number
  readonly ours: Spread
  readonly unit: string
  /** What it is held against, measured in the same run. */
  readonly floor: { readonly name: string; readonly spread: Spread } | null
  /** The largest ratio to the floor that `PERFORMANCE.md` allows at this size. */
  readonly goal: number | null
  /** A goal that knows no floor, in the result's unit. */
  readonly limit?: number
}

export interface Bench {
  /** Smallest first. */
  readonly sizes: readonly number[]
  readonly quick: boolean
  /** A folder of this name that is gone after the run, for one's own use. */
  scratch(name: string): string
  say(sentence: string): void
}

export interface Measure {
  readonly id: string
  run(bench: Bench): Promise<readonly Result[]>
}
