/** The tests of the backups: archives on real and on simulated disks. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '#shared': fileURLToPath(new URL('../../src/shared', import.meta.url)) } },
  test: {
    name: 'backups',
    root: fileURLToPath(new URL('.', import.meta.url)),
    // Nothing of this room keeps anything between two files.
    isolate: false,
    include: ['**/*.test.ts'],
    setupFiles: ['../seed.ts'],
    testTimeout: 300_000,
  },
})
