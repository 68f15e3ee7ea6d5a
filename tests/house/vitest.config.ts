import { defineConfig } from 'vitest/config'

// Each test starts the linter.
export default defineConfig({
  test: {
    name: 'house',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
