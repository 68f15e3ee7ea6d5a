/** Gives every property test of a run one seed, and prints it. `SEED=…` repeats a run; `DEEP=1` tries 100 times as many cases. */
import fc from 'fast-check'
import { vi } from 'vitest'

const deep = process.env.DEEP === '1'
const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647)
fc.configureGlobal({ seed, numRuns: deep ? 10_000 : 100 })
// How long a test takes says nothing about it: only one that hangs has to end.
vi.setConfig({ testTimeout: deep ? 1_800_000 : 300_000 })
console.info(`property tests: SEED=${seed}${deep ? ' DEEP=1' : ''}`)
