import { expect, type Page } from '@playwright/test'
import type { JournalApp } from './journalApp'

/** Shows the page in a theme, for as long as no setting changes it. The page has to be there: the journal's own setting comes with it. */
export async function showIn(theme: 'light' | 'dark', app: JournalApp, page: Page): Promise<void> {
  await app.electron.evaluate(({ nativeTheme }, scheme) => {
    nativeTheme.themeSource = scheme
  }, theme)
  await expect
    .poll(() => page.evaluate((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, theme))
    .toBe(true)
}
