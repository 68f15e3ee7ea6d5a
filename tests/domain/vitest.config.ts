/** The tests of the domain room: plain TypeScript, no page, no main process. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'domain',
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['**/*.test.ts'],
    // Nothing of this room keeps anything between two files.
    isolate: false,
    setupFiles: ['../seed.ts'],
  },
})
