/** A test of its own for each dimension of an input: twice as much of it may take about twice the work, never four times. */
import { expect, test } from 'vitest'
import { growthOf, type Work } from './growth'

/**
 * `make(n)` is an input with `n` of the dimension; `work` counts what it visits, or lets `blocksRun` count for it.
 * With `largest` the doubling ends at a smaller input, for work that is slow.
 */
export function grows<T>(dimension: string, make: (n: number) => T, work: Work<T>, largest?: number): void {
  test(`twice as much work at most for twice the ${dimension}`, async () => {
    const { doublings, tooMuch } = await growthOf(make, work, largest)
    expect(tooMuch, `counted at n and at 2n: ${JSON.stringify(doublings)}`).toBeNull()
    // Where nothing is counted, nothing is shown.
    expect(Math.max(...doublings.flatMap(({ counted }) => counted))).toBeGreaterThan(0)
  })
}
