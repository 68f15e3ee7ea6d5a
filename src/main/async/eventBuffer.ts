/** Keeps events that come before there is a listener, and hands them over in their order. */
export interface EventBuffer<T> {
  push(one: T): void
  /** What waits comes at once; the rest as it comes. */
  drainTo(listen: (one: T) => void): void
}

export function createEventBuffer<T>(): EventBuffer<T> {
  const waiting: T[] = []
  let listener: ((one: T) => void) | null = null
  return {
    push(one) {
      if (listener) listener(one)
      else waiting.push(one)
    },
    drainTo(listen) {
      listener = listen
      for (const one of waiting.splice(0)) listen(one)
    },
  }
}
