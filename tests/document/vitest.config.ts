import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'document',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: process.env.DEEP === '1' ? 1_800_000 : 300_000,
  },
})
