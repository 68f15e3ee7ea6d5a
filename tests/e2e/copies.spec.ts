/** A sync program leaves a second version beside a page: it is told, compared and settled by keyboard, and both versions stay. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { messages } from '../../src/shared/messages/messages'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { showIn } from './support/showIn'
import { violations } from './support/violations'

const words = messages.copying
const rest = '.sync-conflict-20260302-101010-ABCDEFG.json'

/** Relative to the journal's folder. */
async function filesIn(userData: string, folder: string): Promise<string[]> {
  const names = await readdir(join(userData, 'journal', folder), { recursive: true }).catch(() => [])
  return names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name))
}

async function titlesIn(userData: string, folder: string): Promise<string[]> {
  const files = await filesIn(userData, folder)
  const read = files.map(async (file) => JSON.parse(await readFile(join(userData, 'journal', file), 'utf8')).title)
  return (await Promise.all(read)).sort()
}

/** Today's page with a title, and after a restart a second version of it. */
async function withCopy(app: JournalApp): Promise<JournalPage> {
  await app.launch()
  const first = await JournalPage.of(app)
  await first.type('Asked two customers. ')
  await first.window.getByRole('textbox', { name: messages.writing.title }).fill('Mine')
  await first.saved()
  await app.close()
  const [file = ''] = await filesIn(app.userData, 'entries')
  const path = join(app.userData, 'journal', file)
  const entry = JSON.parse(await readFile(path, 'utf8'))
  const theirs = { ...entry, title: 'Theirs', starred: true, revision: entry.revision + 3 }
  await writeFile(path.replace('.json', rest), JSON.stringify(theirs))
  await app.launch()
  const page = await JournalPage.of(app)
  await expect(page.window.getByText(words.found(1, '1'))).toBeVisible()
  return page
}

/** As the keyboard reaches it. */
async function tabTo(page: JournalPage, target: Locator): Promise<void> {
  await expect(target).toBeEnabled()
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.window.keyboard.press('Tab')
  }
  throw new Error('the keyboard does not reach it')
}

async function choose(page: JournalPage, choice: string): Promise<void> {
  await tabTo(page, page.window.getByRole('button', { name: words.compare }))
  await page.window.keyboard.press('Enter')
  const dialog = page.window.getByRole('dialog', { name: words.title })
  await expect(dialog.getByRole('region', { name: words.ours })).toContainText('Mine')
  await expect(dialog.getByRole('region', { name: words.theirs })).toContainText('Theirs')
  await expect(dialog.locator('mark').first()).toHaveText('Mine')
  await expect(dialog.locator('mark').last()).toHaveText('Theirs')
  await tabTo(page, dialog.getByRole('button', { name: choice }))
  await page.window.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.window.getByText(words.found(1, '1'))).toHaveCount(0)
  // The button that opened it is gone; the keyboard goes on on the page.
  await expect(page.window.locator('[contenteditable="true"]:focus')).toHaveCount(1)
}

test('the page stays as it is', async ({ app }) => {
  const page = await withCopy(app)
  await choose(page, words.keep)
  await expect(page.window.getByText(words.kept)).toBeVisible()
  expect(await titlesIn(app.userData, 'entries')).toEqual(['Mine'])
  expect(await titlesIn(app.userData, 'versions')).toEqual(['Theirs'])
  // Nothing is asked again, after loading the page again and after a restart.
  await page.window.reload()
  await expect(page.answer(0)).toBeVisible()
  await expect(page.window.getByText(words.found(1, '1'))).toHaveCount(0)
})

test('the second version is taken, with what was typed until then kept', async ({ app }) => {
  const page = await withCopy(app)
  await page.type('And a third. ')
  await choose(page, words.take)
  await expect(page.window.getByRole('textbox', { name: messages.writing.title })).toHaveValue('Theirs')
  await expect(page.answer(0)).toHaveText('Asked two customers. ')
  expect(await titlesIn(app.userData, 'entries')).toEqual(['Theirs'])
  const kept = await filesIn(app.userData, 'versions')
  const texts = kept.map((file) => readFile(join(app.userData, 'journal', file), 'utf8'))
  expect((await Promise.all(texts)).join()).toContain('And a third.')
  await page.answer(0).click()
  await page.type('Written on. ')
  await page.saved()
})

test('both are kept, each as an entry', async ({ app }) => {
  const page = await withCopy(app)
  await choose(page, words.both)
  const list = page.window.getByRole('navigation', { name: messages.finding.rail })
  await expect(list.getByText('Mine')).toBeVisible()
  await expect(list.getByText('Theirs')).toBeVisible()
  expect(await titlesIn(app.userData, 'entries')).toEqual(['Mine', 'Theirs'])
  expect(await titlesIn(app.userData, 'versions')).toContain('Theirs')
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, { tag: theme === 'light' ? '@quick' : [] }, async ({ app }) => {
    const page = await withCopy(app)
    await showIn(theme, app, page.window)
    expect(await violations(page.window)).toEqual([])
    await page.window.getByRole('button', { name: words.compare }).click()
    await expect(page.window.getByRole('dialog', { name: words.title }).locator('mark')).toHaveCount(2)
    expect(await violations(page.window)).toEqual([])
    await page.window.screenshot({ path: test.info().outputPath('copies.png') })
    await page.window.keyboard.press('Escape')
    await expect(page.window.getByRole('dialog')).toHaveCount(0)
    await expect(page.window.getByText(words.found(1, '1'))).toBeVisible()
  })
}
