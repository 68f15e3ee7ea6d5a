import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'services',
    root: import.meta.dirname,
    // Nothing of this room keeps anything between two files.
    isolate: false,
    include: ['**/*.test.ts'],
    setupFiles: ['../seed.ts'],
  },
})
