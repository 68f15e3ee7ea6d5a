import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'facts',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    // Nothing of this room keeps anything between two files.
    isolate: false,
    // Only what hangs has to end; the full counts take their time.
    testTimeout: 1_800_000,
  },
})
