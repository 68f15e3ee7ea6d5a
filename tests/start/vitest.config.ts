/** The first start, as a person has it who runs the commands of the README: real keys on a real display. */
import { defineConfig } from 'vitest/config'

const isOnElectron = process.env.THROUGHLINE_RUNTIME === 'electron'

export default defineConfig({
  test: {
    name: 'start',
    root: import.meta.dirname,
    include: isOnElectron ? ['../standin/leftOut.skip.ts'] : ['*.test.ts'],
    globalSetup: ['../package/builtApp.ts', '../standin/standinSetup.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
