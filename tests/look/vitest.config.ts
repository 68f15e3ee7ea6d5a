import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { name: 'look', root: import.meta.dirname, testTimeout: 300_000, include: ['**/*.test.ts'] },
})
