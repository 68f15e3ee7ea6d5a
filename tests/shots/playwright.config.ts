import { defineConfig } from '@playwright/test'

/** Pictures of every screen, in both themes and two widths. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.shots.ts',
  outputDir: '../../test-results',
  globalSetup: '../e2e/support/runtimeSetup.ts',
  fullyParallel: true,
  workers: 2,
  // As for the journeys: only what hangs has to end.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['../e2e/support/runtimeReporter.ts']],
})
