/** Words that the journal does not take are kept on this computer, and come back: after a crash, beside what another program wrote, under the lock. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { messages } from '../../src/shared/messages/messages'
import { writeSample } from '../fixtures/writeSample'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { violations } from './support/violations'

const words = messages.writing

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  return names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name))
}

const entryFiles = (app: JournalApp) => filesIn(join(app.userData, 'journal/entries'))
const draftFiles = (app: JournalApp) => filesIn(join(app.userData, 'drafts'))

async function textsOf(files: readonly string[]): Promise<string[]> {
  const read = files.map(async (file) => JSON.parse(await readFile(file, 'utf8')).sections[0].text)
  return (await Promise.all(read)).sort()
}

/** The journal's folder, which goes and comes as that of another disk does. */
function movable(app: JournalApp) {
  const [there, away] = [join(app.userData, 'journal'), join(app.userData, 'away')]
  return { leave: () => rename(there, away), comeBack: () => rename(away, there) }
}

async function started(app: JournalApp, typed: string): Promise<JournalPage> {
  await app.launch()
  const page = await JournalPage.of(app)
  await page.type(typed)
  await page.saved()
  return page
}

const keptLine = (window: Page) => window.getByRole('status').filter({ hasText: words.kept })

/** The window says that they are kept, and they are. */
async function kept(app: JournalApp, { window }: JournalPage, text: string): Promise<void> {
  await expect(keptLine(window)).toBeVisible()
  const drafted = async () => (await Promise.all((await draftFiles(app)).map((file) => readFile(file, 'utf8')))).join()
  await expect.poll(drafted).toContain(text)
}

/** Another program writes the page anew, with the next revision. */
async function writeElsewhere(app: JournalApp, title: string): Promise<void> {
  const [file = ''] = await entryFiles(app)
  const entry = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...entry, revision: entry.revision + 1, title }))
}

test('typed while the disk is away, killed, started again: the words are back and are saved', {
  tag: '@quick',
}, async ({ app }) => {
  const page = await started(app, 'Before. ')
  const journal = movable(app)
  await journal.leave()
  await page.type('While it was away.')
  await kept(app, page, 'While it was away.')
  await expect(page.window.getByText(words.keptHere, { exact: true })).toBeVisible()
  expect(await violations(page.window)).toEqual([])
  await app.kill()
  await journal.comeBack()
  expect(await textsOf(await entryFiles(app))).toEqual(['Before. '])
  await app.launch()
  const again = await JournalPage.of(app)
  await expect(again.answer(0)).toHaveText('Before. While it was away.')
  await expect(again.window.getByText(words.back, { exact: true })).toBeVisible()
  await again.saved()
  expect(await textsOf(await entryFiles(app))).toEqual(['Before. While it was away.'])
  await expect.poll(() => draftFiles(app)).toEqual([])
})

test('started while the disk is still away, they are on the page too, and are saved once it is back', async ({
  app,
}) => {
  const page = await started(app, 'Before. ')
  const journal = movable(app)
  await journal.leave()
  await page.type('And on.')
  await kept(app, page, 'And on.')
  await app.kill()
  await app.launch()
  const again = await JournalPage.of(app)
  await expect(again.answer(0)).toHaveText('Before. And on.')
  await again.answer(0).click()
  await again.window.keyboard.press('ControlOrMeta+End')
  await again.type(' And on again.')
  await kept(app, again, 'And on again.')
  await journal.comeBack()
  await keptLine(again.window).getByRole('button', { name: words.retry }).click()
  await again.saved()
  expect(await textsOf(await entryFiles(app))).toEqual(['Before. And on. And on again.'])
})

test('a page that never came into the journal comes back', async ({ app }) => {
  await started(app, 'Earlier.')
  await app.close()
  const journal = movable(app)
  await journal.leave()
  await app.launch()
  const page = await JournalPage.of(app)
  await page.type('Never saved.')
  await kept(app, page, 'Never saved.')
  await app.kill()
  await journal.comeBack()
  await app.launch()
  const again = await JournalPage.of(app)
  await expect(again.answer(0)).toHaveText('Never saved.')
  await again.saved()
  expect(await textsOf(await entryFiles(app))).toEqual(['Earlier.', 'Never saved.'])
})

test('a page of another day is told of, and its words come when it is opened', async ({ app }) => {
  const lastWeek = { daysAgo: 7, at: '16:45', template: 'daily', answers: { 'daily.delivered': 'Drafted it.' } }
  await writeSample([lastWeek], app.userData, app.clock.now())
  await app.launch()
  const page = await JournalPage.of(app)
  await page.window.getByRole('row', { name: /Drafted it/ }).click()
  await expect(page.answer(0)).toContainText('Drafted it.')
  const journal = movable(app)
  await journal.leave()
  await page.answer(0).click()
  await page.type('Written last. ')
  await kept(app, page, 'Written last.')
  await app.kill()
  await journal.comeBack()
  await app.launch()
  const again = await JournalPage.of(app)
  await expect(again.window.getByText(messages.drafting.found(1, '1'))).toBeVisible()
  expect(await violations(again.window)).toEqual([])
  await again.window.getByRole('button', { name: messages.drafting.open }).click()
  await expect(again.answer(0)).toContainText('Written last.')
  await again.saved()
  await expect(again.window.getByText(messages.drafting.found(1, '1'))).toHaveCount(0)
})

test.describe('when another program changed the page', () => {
  test('whoever types goes on typing; after a kill both texts are there', async ({ app }) => {
    const page = await started(app, 'Mine. ')
    await writeElsewhere(app, 'Theirs')
    await page.type('More of mine.')
    await expect(page.window.getByRole('button', { name: words.choose })).toBeVisible()
    await expect(page.answer(0)).toBeFocused()
    await page.type(' Still typing.')
    await expect(page.answer(0)).toHaveText('Mine. More of mine. Still typing.')
    await kept(app, page, 'Still typing.')
    await app.kill()

    await app.launch()
    const again = await JournalPage.of(app)
    await expect(again.answer(0)).toHaveText('Mine. More of mine. Still typing.')
    await expect(again.window.getByRole('dialog')).toHaveCount(0)
    await again.window.getByRole('button', { name: words.choose }).click()
    const dialog = again.window.getByRole('dialog', { name: words.conflict.title })
    await expect(dialog.getByRole('region', { name: words.conflict.yours })).toContainText('Still typing.')
    await expect(dialog.getByRole('region', { name: words.conflict.theirs })).toContainText('Theirs')
    expect(await violations(again.window)).toEqual([])
    await dialog.getByRole('button', { name: words.conflict.keepBoth }).click()
    await again.saved()
    // On a slow machine the page rests before the other program writes: then what was saved here last is there once more, as a copy.
    const texts = new Set(await textsOf(await entryFiles(app)))
    expect([...texts]).toEqual(['Mine. ', 'Mine. More of mine. Still typing.'])
    await expect.poll(() => draftFiles(app)).toEqual([])
    // What opened the dialog is gone.
    await expect(again.window.locator('[contenteditable="true"]:focus')).toHaveCount(1)
  })

  test('between the crash and the next start, nothing is overwritten', async ({ app }) => {
    const page = await started(app, 'Mine. ')
    const journal = movable(app)
    await journal.leave()
    await page.type('More of mine.')
    await kept(app, page, 'More of mine.')
    await app.kill()
    await journal.comeBack()
    await writeElsewhere(app, 'Theirs')
    await app.launch()
    const again = await JournalPage.of(app)
    await expect(again.answer(0)).toHaveText('Mine. More of mine.')
    await again.window.getByRole('button', { name: words.choose }).click()
    const dialog = again.window.getByRole('dialog', { name: words.conflict.title })
    await expect(dialog.getByRole('region', { name: words.conflict.theirs })).toContainText('Theirs')
    await dialog.getByRole('button', { name: words.conflict.takeTheirs }).click()
    await expect(again.window.getByRole('textbox', { name: words.title })).toHaveValue('Theirs')
    await expect(again.answer(0)).toHaveText('Mine. ')
    await expect.poll(() => draftFiles(app)).toEqual([])
  })
})

test('when this computer does not take them either, it says so aloud', async ({ app }) => {
  await writeFile(join(app.userData, 'drafts'), 'in the way')
  const page = await started(app, 'Before. ')
  await movable(app).leave()
  await page.type('Only here.')
  await expect(page.window.getByRole('alert').filter({ hasText: words.notKept })).toBeVisible()
  await expect(page.answer(0)).toHaveText('Before. Only here.')
  expect(await violations(page.window)).toEqual([])
  await app.kill()
})
