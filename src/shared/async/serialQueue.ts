/** One piece of work after the other: each begins when the one before is done or has failed. */
export interface SerialQueue {
  add<T>(work: () => Promise<T>): Promise<T>
  /** Resolves when everything added so far is done. */
  idle(): Promise<unknown>
}

export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    add(work) {
      const done = last.then(work)
      last = done.catch(() => undefined)
      return done
    },
    idle: () => last,
  }
}
