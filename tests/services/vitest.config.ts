import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'services',
    root: import.meta.dirname,
    // Nothing of this room keeps anything between two files.
    isolate: false,
    include: ['**/*.test.ts'],
    setupFiles: [fileURLToPath(new URL('../domain/seed.ts', import.meta.url))],
  },
})
