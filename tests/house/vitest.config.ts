import { defineConfig } from 'vitest/config'

// Each test starts the linter.
export default defineConfig({
  test: {
    name: 'house',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
