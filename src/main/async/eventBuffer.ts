/** Keeps what comes before anybody can hear it, and hands it over in its order. */
export interface EventBuffer<T> {
  come(one: T): void
  /** What waits comes at once; the rest as it comes. */
  hearWith(next: (one: T) => void): void
}

export function createEventBuffer<T>(): EventBuffer<T> {
  const waiting: T[] = []
  let hear: ((one: T) => void) | null = null
  return {
    come(one) {
      if (hear) hear(one)
      else waiting.push(one)
    },
    hearWith(next) {
      hear = next
      for (const one of waiting.splice(0)) next(one)
    },
  }
}
