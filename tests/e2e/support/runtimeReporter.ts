import type { Reporter } from '@playwright/test/reporter'
import { chromiumVersion, ensureChromium } from '../../../scripts/runtime/chromium'
import { findRuntime } from '../../../scripts/runtime/runtime'

/** Says what the tests ran on: a result on the stand-in is not a result on Electron. */
export default class RuntimeReporter implements Reporter {
  async onEnd(): Promise<void> {
    const runtime = await findRuntime()
    const name =
      runtime.kind === 'electron'
        ? `Electron ${runtime.version}`
        : `stand-in (Chromium ${chromiumVersion(ensureChromium())})`
    process.stdout.write(`\nend-to-end on: ${name}\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}
