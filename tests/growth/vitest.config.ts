import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'growth',
    root: import.meta.dirname,
    // Nothing of this room keeps anything between two files.
    isolate: false,
    include: ['**/*.test.ts'],
    testTimeout: 300_000,
  },
})
