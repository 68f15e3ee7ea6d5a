/** Work over a long list that lets other work in between, so that a large journal does not hold up the window. */
import { setImmediate } from 'node:timers/promises'

export async function forEachYielding<T>(items: readonly T[], size: number, work: (item: T) => void): Promise<void> {
  for (let start = 0; start < items.length; start += size) {
    if (start > 0) await setImmediate()
    for (const item of items.slice(start, start + size)) work(item)
  }
}
