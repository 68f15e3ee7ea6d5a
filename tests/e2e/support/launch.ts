import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import type { Moment } from '../../../src/shared/domain/day'
import { JournalApp } from './journalApp'
import { JourneyClock, usualStart } from './journeyClock'

interface Fixtures {
  /** Problems of pages (console errors, broken CSP, requests off the app's origin) that a test expects; others fail it. */
  expectedProblems: RegExp[]
  /** When and where the journey begins. */
  start: Moment
  /** The app with a profile of its own: nothing runs before `launch`, nothing is left afterwards. */
  app: JournalApp
}

export const test = base.extend<Fixtures>({
  expectedProblems: [[], { option: true }],
  start: [usualStart, { option: true }],

  app: async ({ expectedProblems, start }, use) => {
    const userData = await mkdtemp(join(tmpdir(), 'throughline-e2e-'))
    const app = new JournalApp(userData, new JourneyClock(start))
    await use(app)
    await app.close()
    await rm(userData, { recursive: true, force: true })
    const unexpected = app.problems.filter((problem) => !expectedProblems.some((pattern) => pattern.test(problem)))
    expect(unexpected, 'problems that pages reported').toEqual([])
  },
})

export { expect }
