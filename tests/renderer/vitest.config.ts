import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'renderer',
    root: import.meta.dirname,
    testTimeout: 300_000,
    include: ['**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    isolate: false,
    setupFiles: ['./highlights.ts', './asFound.ts'],
  },
})
