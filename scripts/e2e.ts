import { runMain } from './runtime/runMain'
import { runPlaywright } from './runtime/runPlaywright'

/** `npm run test:e2e -- <Playwright's arguments>`: the end-to-end specs, on the runtime that has proved them. */
runMain((args) => runPlaywright('tests/e2e/playwright.config.ts', args))
