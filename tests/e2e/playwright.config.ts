import { defineConfig } from '@playwright/test'

/** The journeys through the whole app, the same ones on Electron and on the stand-in. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './support/runtimeSetup.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // How long a journey takes says nothing about it: only one that hangs has to end.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['./support/runtimeReporter.ts']],
})
