import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { JournalApp } from './journalApp'

interface Fixtures {
  /** Problems of pages (console errors, broken CSP, requests off the app's origin) that a test expects; others fail it. */
  expectedProblems: RegExp[]
  /** The app with a profile of its own: nothing runs before `launch`, nothing is left afterwards. */
  app: JournalApp
}

export const test = base.extend<Fixtures>({
  expectedProblems: [[], { option: true }],

  app: async ({ expectedProblems }, use) => {
    const userData = await mkdtemp(join(tmpdir(), 'throughline-e2e-'))
    const app = new JournalApp(userData)
    await use(app)
    await app.close()
    await rm(userData, { recursive: true, force: true })
    const unexpected = app.problems.filter((problem) => !expectedProblems.some((pattern) => pattern.test(problem)))
    expect(unexpected, 'problems that pages reported').toEqual([])
  },
})

export { expect }
