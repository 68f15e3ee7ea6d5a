/**
 * Counts work in code that counts nothing itself, libraries included: how many blocks of code (functions, loop bodies, branches) run,
 * as V8's own coverage counts them. The same code on the same input gives the same count on every machine.
 * Not seen: what a built-in does inside one call (a regular expression's search, `slice`, `indexOf`).
 */
import { type Profiler, Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'

// From Node 22 on, optimised code that has a function inlined counts the calls of it at some times and not at others.
setFlagsFromString('--no-opt')
const session = new Session()
session.connect()
session.post('Profiler.enable')
// Once and for good: V8 counts the blocks only of functions that it first compiles while this is on.
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

export function blocksRun(run: () => unknown): number {
  session.post('Profiler.takePreciseCoverage') // begins anew
  run()
  let scripts: readonly Profiler.ScriptCoverage[] = []
  // Within one thread the answer is there before `post` returns.
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error) throw error
    scripts = coverage.result
  })
  const ranges = scripts.flatMap((script) => script.functions.flatMap((of) => of.ranges))
  return ranges.reduce((blocks, { count }) => blocks + count, 0)
}
