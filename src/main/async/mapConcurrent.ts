/** Runs `work` over many items, at most `limit` at once, and yields the results in order. `work` must not throw. */
export async function* mapConcurrent<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  limit: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  try {
    for await (const item of items) {
      running.push(work(item))
      const first = running.length >= limit ? running.shift() : undefined
      if (first) yield await first
    }
    for (let next = running.shift(); next; next = running.shift()) yield await next
  } finally {
    // A reader that stops early leaves work behind, which must not go on beside later work.
    await Promise.allSettled(running)
  }
}
