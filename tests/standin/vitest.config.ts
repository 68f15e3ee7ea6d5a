import { configDefaults, defineConfig } from 'vitest/config'

const quick = process.env.EFFORT !== 'all' && process.env.EFFORT !== 'deep'

export default defineConfig({
  test: {
    name: 'standin',
    root: import.meta.dirname,
    include: ['*.test.ts'],
    // The double is a tool: how its processes and windows live and end is for `npm run test:all`.
    exclude: [...configDefaults.exclude, ...(quick ? ['desktop.test.ts', 'guards.test.ts', 'lifecycle.test.ts'] : [])],
    globalSetup: ['./standinSetup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Its worker count differs from the other projects'.
    sequence: { groupOrder: 1 },
    expect: { poll: { timeout: 30_000 } },
  },
})
