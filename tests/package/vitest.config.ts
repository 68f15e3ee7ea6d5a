import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'package',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: ['./builtApp.ts'],
    hookTimeout: 120_000,
    testTimeout: 120_000,
  },
})
