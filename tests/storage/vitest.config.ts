import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    // Nothing of this room keeps anything between two files.
    isolate: false,
    include: ['**/*.test.ts'],
    // Only what hangs has to end; the full counts take their time.
    testTimeout: 1_800_000,
  },
})
