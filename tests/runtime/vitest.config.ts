/** What the scripts find on a machine, and what they make of it. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'runtime',
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: ['../package/builtApp.ts'],
    testTimeout: 120_000,
  },
})
