import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'package',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: ['./builtApp.ts'],
    hookTimeout: 300_000,
    testTimeout: 300_000,
  },
})
