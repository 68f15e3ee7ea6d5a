/** A property tried as often as the run asks for; it says its count and seed. Failures print seed and path. */
import fc from 'fast-check'
import { runs, seed } from '../effort'

interface Counts {
  readonly quick?: number
  readonly all: number
  readonly deep: number
}

const usual: Counts = { all: 300, deep: 10_000 }

export function checkMany<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  property: (value: T) => void,
  counts = usual,
): void {
  const report = begun(name, counts)
  fc.assert(fc.property(arbitrary, property), report.parameters)
  report.end()
}

export async function checkManyAsync<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  property: (value: T) => Promise<void>,
  counts = usual,
): Promise<void> {
  const report = begun(name, counts)
  await fc.assert(fc.asyncProperty(arbitrary, property), report.parameters)
  report.end()
}

function begun(name: string, counts: Counts) {
  const numRuns = Number(process.env.RUNS ?? runs(counts))
  const started = performance.now()
  return {
    parameters: { seed, numRuns },
    end() {
      const took = Math.round(performance.now() - started)
      console.info(`${name}: ${numRuns} cases, 0 failures, seed ${seed}, ${took} ms`)
    },
  }
}
