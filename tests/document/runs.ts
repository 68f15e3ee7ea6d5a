/** How often a property is tried: a sample in the normal run, the full count when `DEEP` is 1. Failures print seed and path. */
import fc from 'fast-check'

export const deep = process.env.DEEP === '1'

export function checkMany<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  property: (value: T) => void,
  { normal = 300, full = 10_000 } = {},
): void {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  const numRuns = Number(process.env.RUNS ?? (deep ? full : normal))
  const started = performance.now()
  fc.assert(fc.property(arbitrary, property), { seed, numRuns })
  console.info(`${name}: ${numRuns} cases, 0 failures, seed ${seed}, ${Math.round(performance.now() - started)} ms`)
}
