/** What a run on Electron reports in place of the tests that need the stand-in. */
import { test } from 'vitest'

test.skip('THROUGHLINE_RUNTIME is electron: the tests of the stand-in and those that start it are left out', () =>
  undefined)
