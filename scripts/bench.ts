import { join } from 'node:path'
import { repository } from './runtime/repository'
import { runMain } from './runtime/runMain'
import { runOnRuntime } from './runtime/runOnRuntime'

/** `npm run bench`: measures the app beside floors of the same run. `--only=id,id`, `--sizes=100,1000`, `--large`, `--quick`. */
runMain((args) =>
  runOnRuntime([join(repository, 'node_modules/tsx/dist/cli.mjs'), join(repository, 'tests/bench/bench.ts'), ...args]),
)
