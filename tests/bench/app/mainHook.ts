/** What the benchmark's starter leaves in main, as `globalThis.__bench`. Instants are milliseconds since the epoch by the clock that pages have too. */

export interface MainMemory {
  readonly rss: number
  /** The most there ever was. */
  readonly peakRss: number
  /** Objects and buffers, once nothing forgotten is counted. */
  readonly heap: number
  /** Null where the system does not tell. */
  readonly openFiles: number | null
}

export interface MainHook {
  /** Milliseconds from main's first statement until it waited for `ready`. */
  readonly evaluated: number
  /** Lets main become ready, and gives the instant. */
  release(): number
  now(): number
  memory(): MainMemory
  /** From now on the longest time for which main did nothing else is noted. */
  watchBlocks(): void
  /** In milliseconds. */
  longestBlock(): number
}
