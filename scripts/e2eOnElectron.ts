import { runMain } from './runtime/runMain'
import { runPlaywright } from './runtime/runPlaywright'

/** `npm run test:electron -- <Playwright's arguments>`: the end-to-end specs on Electron itself. */
process.env.THROUGHLINE_RUNTIME = 'electron'
// A wait that a busy machine cut short gets a second and a third try, as in `npm test`.
runMain((args) => runPlaywright('tests/e2e/playwright.config.ts', ['--retries=2', ...args]))
