/** Gives every property test of a run one seed, and prints it. `SEED=…` repeats a run; a quick run tries half as many cases, the deep run 100 times as many. */
import fc from 'fast-check'
import { vi } from 'vitest'
import { deep, effort, runs, seed } from './effort'

fc.configureGlobal({ seed, numRuns: runs({ quick: 50, all: 100, deep: 10_000 }) })
// How long a test takes says nothing about it: only one that hangs has to end.
vi.setConfig({ testTimeout: deep ? 1_800_000 : 300_000 })
console.info(`property tests: SEED=${seed} EFFORT=${effort}`)
