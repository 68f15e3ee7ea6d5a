import { defineConfig } from 'vitest/config'

/** Not among the unit tests' rooms: it needs the programs of a desktop. `npm run test:session-bus` */
export default defineConfig({
  test: {
    name: 'session bus',
    root: import.meta.dirname,
    include: ['*.test.ts'],
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    fileParallelism: false,
  },
})
