import type { Reporter } from '@playwright/test/reporter'
import { findRuntime } from '../../../scripts/runtime/runtime'
import { runtimeName } from '../../../scripts/runtime/runtimeName'

/** Says what the tests ran on. */
export default class RuntimeReporter implements Reporter {
  async onEnd(): Promise<void> {
    process.stdout.write(`\nend-to-end on: ${runtimeName(await findRuntime())}\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}
