/** How often a property is tried: a sample in the normal run, the full count when `DEEP` is 1. Failures print seed and path. */
import fc from 'fast-check'

export const deep = process.env.DEEP === '1'

interface Runs {
  readonly normal?: number
  readonly full?: number
}

export function checkMany<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  property: (value: T) => void,
  runs: Runs = {},
): void {
  const report = begun(name, runs)
  fc.assert(fc.property(arbitrary, property), report.parameters)
  report.end()
}

export async function checkManyAsync<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  property: (value: T) => Promise<void>,
  runs: Runs = {},
): Promise<void> {
  const report = begun(name, runs)
  await fc.assert(fc.asyncProperty(arbitrary, property), report.parameters)
  report.end()
}

function begun(name: string, { normal = 300, full = 10_000 }: Runs) {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  const numRuns = Number(process.env.RUNS ?? (deep ? full : normal))
  const started = performance.now()
  return {
    parameters: { seed, numRuns },
    end() {
      const took = Math.round(performance.now() - started)
      console.info(`${name}: ${numRuns} cases, 0 failures, seed ${seed}, ${took} ms`)
    },
  }
}
