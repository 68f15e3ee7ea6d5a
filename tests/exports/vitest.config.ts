import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'exports',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: process.env.DEEP === '1' ? 1_800_000 : 300_000,
  },
})
