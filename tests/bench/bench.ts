/** Runs the measures, prints their table, writes `bench/latest.json`. No figure fails it: the code is 1 only when a measure did not run. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repository } from '../../scripts/runtime/repository'
import { runMain } from '../../scripts/runtime/runMain'
import { findRuntime } from '../../scripts/runtime/runtime'
import { runtimeName } from '../../scripts/runtime/runtimeName'
import runtimeSetup from '../e2e/support/runtimeSetup'
import { closeRunningApps } from './app/benchApp'
import { latestJson } from './latest'
import type { Bench, Result } from './measure'
import { measures } from './measures'
import { parseOptions } from './options'
import { resultTable } from './table'

async function main(args: readonly string[]): Promise<number> {
  const known = measures.map(({ id }) => id)
  const { only, sizes, quick } = parseOptions(args, known)
  const scratch = mkdtempSync(join(tmpdir(), 'throughline-bench-run-'))
  const say = (sentence: string) => void process.stderr.write(`${sentence}\n`)
  const bench: Bench = {
    sizes,
    quick,
    say,
    scratch(name) {
      const folder = join(scratch, name)
      mkdirSync(folder, { recursive: true })
      return folder
    },
  }
  await runtimeSetup()
  const ranOn = runtimeName(await findRuntime())
  const results: Result[] = []
  let failed = 0
  for (const { id, run } of measures) {
    if (only !== null && !only.has(id)) continue
    say(`${id} …`)
    try {
      results.push(...(await run(bench)))
    } catch (error) {
      failed += 1
      say(`${id} did not run: ${error instanceof Error ? (error.stack ?? error.message) : error}`)
      await closeRunningApps()
    }
  }
  rmSync(scratch, { recursive: true, force: true })
  process.stdout.write(`\n${resultTable(results)}\nthe app ran on: ${ranOn}\n`)
  mkdirSync(join(repository, 'bench'), { recursive: true })
  writeFileSync(join(repository, 'bench/latest.json'), latestJson(results))
  return failed === 0 ? 0 : 1
}

runMain(main)
