import { defineConfig } from '@playwright/test'

/** Pictures of every screen, in both themes and two widths. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.shots.ts',
  outputDir: '../../test-results',
  globalSetup: '../e2e/support/runtimeSetup.ts',
  fullyParallel: true,
  workers: 2,
  reporter: [['list'], ['../e2e/support/runtimeReporter.ts']],
})
