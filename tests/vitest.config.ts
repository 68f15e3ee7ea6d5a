import { defineConfig } from 'vitest/config'

/** A project for each room; `DEEP=1` asks for the full counts. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    projects: ['./*/vitest.config.ts'],
  },
})
