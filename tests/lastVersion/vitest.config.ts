import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'lastVersion',
    root: import.meta.dirname,
    include: ['*.test.ts'],
    testTimeout: 600_000,
    environment: 'happy-dom',
  },
})
