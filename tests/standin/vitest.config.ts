import { configDefaults, defineConfig } from 'vitest/config'

const quick = process.env.EFFORT !== 'all' && process.env.EFFORT !== 'deep'

const slow = ['desktop.test.ts', 'guards.test.ts', 'lifecycle.test.ts']
const isOnElectron = process.env.THROUGHLINE_RUNTIME === 'electron'

export default defineConfig({
  test: {
    name: 'standin',
    root: import.meta.dirname,
    // On Electron one file says that the others are left out.
    include: isOnElectron ? ['leftOut.skip.ts'] : ['*.test.ts'],
    // The double is a tool: how its processes and windows live and end is for `npm run test:all`.
    exclude: [...configDefaults.exclude, ...(quick ? slow : [])],
    globalSetup: ['./standinSetup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Its worker count differs from the other projects'.
    sequence: { groupOrder: 1 },
    expect: { poll: { timeout: 30_000 } },
  },
})
