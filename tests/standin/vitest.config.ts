import { defineConfig } from 'vitest/config'

const isOnElectron = process.env.THROUGHLINE_RUNTIME === 'electron'

export default defineConfig({
  test: {
    name: 'standin',
    root: import.meta.dirname,
    // On Electron one file says that the others are left out.
    include: isOnElectron ? ['leftOut.skip.ts'] : ['*.test.ts'],
    globalSetup: ['./standinSetup.ts'],
    // A busy machine may take the browser away once; twice is a defect.
    retry: process.env.CI ? 2 : 0,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Its worker count differs from the other projects'.
    sequence: { groupOrder: 1 },
    expect: { poll: { timeout: 30_000 } },
  },
})
