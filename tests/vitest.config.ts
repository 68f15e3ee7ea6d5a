import { defineConfig } from 'vitest/config'

/** A project for each room. `EFFORT` says how much is tried (`effort.ts`). */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    projects: ['./*/vitest.config.ts'],
  },
})
