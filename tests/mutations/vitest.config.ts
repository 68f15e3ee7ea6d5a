import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'mutations',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: 1_800_000,
  },
})
