import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'contract',
    root: import.meta.dirname,
    isolate: false,
    include: ['**/*.test.ts'],
    setupFiles: ['../seed.ts'],
  },
})
