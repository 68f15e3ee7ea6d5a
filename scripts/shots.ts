import { runMain } from './runtime/runMain'
import { runPlaywright } from './runtime/runPlaywright'

/** `npm run shots`: pictures of every screen into `shots/`. */
runMain((args) => runPlaywright('tests/shots/playwright.config.ts', args))
