import { runMain } from './runtime/runMain'
import { runPlaywright } from './runtime/runPlaywright'

/** `npm run test:electron -- <Playwright's arguments>`: the end-to-end specs on Electron itself. */
process.env.THROUGHLINE_RUNTIME = 'electron'
runMain((args) => runPlaywright('tests/e2e/playwright.config.ts', args))
