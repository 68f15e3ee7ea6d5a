/** Gives every property test of a run one seed, and prints it. `SEED=…` repeats a run; the deep run tries 100 times as many cases. */
import fc from 'fast-check'
import { vi } from 'vitest'
import { deep, effort, seed } from './effort'

fc.configureGlobal({ seed, numRuns: deep ? 10_000 : 100 })
// How long a test takes says nothing about it: only one that hangs has to end.
vi.setConfig({ testTimeout: deep ? 1_800_000 : 300_000 })
console.info(`property tests: SEED=${seed} EFFORT=${effort}`)
