/** Entries leave as Markdown: from the dialog, from the page's menu, by the clipboard. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { messages } from '../../src/shared/messages/messages'
import type { SampleEntry } from '../fixtures/sampleMonth'
import { writeSample } from '../fixtures/writeSample'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { today } from './support/journeyClock'
import { expect, test } from './support/launch'

const words = messages.settings
const { files: counted } = messages.counted

const month: readonly SampleEntry[] = [
  { daysAgo: 0, at: '08:30', template: 'daily', answers: { 'daily.delivered': 'Shipped the **rota**.' } },
  {
    daysAgo: 2,
    at: '17:00',
    template: 'decision',
    title: 'Keep the oven',
    answers: { 'decision.made': 'Until spring.' },
  },
  { daysAgo: 400, at: '09:00', template: 'blank', answers: { '': 'A quiet morning.' } },
]

/** The next folder dialog answers with `folder`, or is closed. */
async function choosing(app: JournalApp, folder: string | null): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () =>
      chosen === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [chosen] }
  }, folder)
}

const clipboard = (app: JournalApp) => app.electron.evaluate(({ clipboard: held }) => held.readText())

let page: JournalPage
let folder: string
let dialog: Locator
let write: Locator
test.beforeEach(async ({ app }) => {
  await writeSample(month, app.userData, app.clock.now())
  await app.launch()
  page = await JournalPage.of(app)
  folder = join(app.userData, 'taken out')
  await mkdir(folder)
  dialog = page.window.getByRole('dialog', { name: words.exportTitle })
  write = dialog.getByRole('button', { name: words.exportAction })
})

const written = async () => (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()

test('everything leaves by keyboard alone; the second time nothing is written', { tag: '@quick' }, async ({ app }) => {
  await choosing(app, folder)
  const { keyboard } = page.window
  await keyboard.press('ControlOrMeta+Shift+e')
  await expect(dialog).toBeVisible()
  while (!(await write.evaluate((button) => button === document.activeElement))) await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(dialog.getByText(words.exported(counted(3, '3')))).toBeVisible()
  expect(await written()).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\d-a-quiet-morning-[0-9a-f]{8}\.md$/),
    expect.stringMatching(/-keep-the-oven-[0-9a-f]{8}\.md$/),
    expect.stringMatching(new RegExp(`^${today}-shipped-the-rota-[0-9a-f]{8}\\.md$`)),
  ])
  await keyboard.press('Enter')
  await expect(dialog.getByText(words.exportedUnchanged(counted(3, '3')))).toBeVisible()
  await keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.window.locator('[contenteditable="true"]:focus')).toHaveCount(1)
})

test('a period leaves, and nothing around it', async ({ app }) => {
  await choosing(app, folder)
  await page.window.keyboard.press('ControlOrMeta+Shift+e')
  await dialog.getByRole('radio', { name: words.exportPeriod }).press('Space')
  // From the first of this month a year ago: two entries are of this week, and one is older.
  const from = dialog.getByRole('group', { name: words.exportFrom })
  await from.getByRole('spinbutton', { name: /year/ }).press('ArrowDown')
  await write.click()
  await expect(dialog.getByText(words.exported(counted(2, '2')))).toBeVisible()
  expect(await written()).toHaveLength(2)
})

test('with its last words, also when they were typed a moment ago', async ({ app }) => {
  await choosing(app, folder)
  await page.type(' And one more thing.')
  await page.window.keyboard.press('ControlOrMeta+Shift+e')
  await write.click()
  await expect(dialog.getByText(words.exported(counted(3, '3')))).toBeVisible()
  const [, , name = ''] = await written()
  expect(await readFile(join(folder, name), 'utf8')).toContain('And one more thing.')
})

test('changed words go beside the older file, which stays and is told of', async ({ app }) => {
  await choosing(app, folder)
  await page.window.keyboard.press('ControlOrMeta+Shift+e')
  await write.click()
  await expect(dialog.getByText(words.exported(counted(3, '3')))).toBeVisible()
  const before = await written()
  await page.window.keyboard.press('Escape')
  await page.type(' And more.')
  await page.window.keyboard.press('ControlOrMeta+Shift+e')
  await write.click()
  await expect(dialog.getByText(words.exported(counted(1, '1')))).toBeVisible()
  await expect(dialog.getByText(messages.exportNotes.earlier(1, '1'))).toBeVisible()
  expect(await written()).toEqual(expect.arrayContaining(before))
})

test('what is taken by other files is named with its reason; a closed dialog changes nothing', async ({ app }) => {
  await choosing(app, folder)
  await page.window.keyboard.press('ControlOrMeta+Shift+e')
  await write.click()
  await expect(dialog.getByText(words.exported(counted(3, '3')))).toBeVisible()
  const [first = ''] = await written()
  for (const name of [first, first.replace('.md', '-r1.md')]) await writeFile(join(folder, name), 'mine')
  await write.click()
  await expect(dialog.getByText(words.exportFailed(counted(1, '1')))).toBeVisible()
  await expect(dialog.getByText(messages.exportFailures.conflict)).toBeVisible()
  expect(await readFile(join(folder, first), 'utf8')).toBe('mine')
  await choosing(app, null)
  await write.click()
  await expect(write).toBeEnabled()
  await expect(dialog.getByText(words.exportFailed(counted(1, '1')))).toHaveCount(0)
})

test('a folder that is no folder says so where the person looks', async ({ app }) => {
  const file = join(app.userData, 'a file')
  await writeFile(file, 'mine')
  await choosing(app, file)
  await page.window.keyboard.press('ControlOrMeta+Shift+e')
  await write.click()
  await expect(dialog.getByText(messages.exportFailures['folder-missing'], { exact: false })).toBeVisible()
  expect(await readFile(file, 'utf8')).toBe('mine')
})

test('one entry leaves from the page’s menu', async ({ app }) => {
  await choosing(app, folder)
  await page.type(' Just now.')
  await page.window.getByRole('button', { name: messages.writing.more }).click()
  await page.window.getByRole('menuitem', { name: messages.commands.exportEntry }).click()
  await expect(page.window.getByText(words.exported(counted(1, '1')))).toBeVisible()
  const [name = ''] = await written()
  const text = await readFile(join(folder, name), 'utf8')
  expect(await written()).toHaveLength(1)
  expect(text).toContain('Shipped the **rota**.')
  expect(text).toContain('Just now.')
})

test('the clipboard takes the page as Markdown, by menu and by key', async ({ app }) => {
  await page.window.getByRole('button', { name: messages.writing.more }).click()
  await page.window.getByRole('menuitem', { name: messages.commands.copyMarkdown }).click()
  await expect(page.window.getByText(messages.writing.copied)).toBeVisible()
  expect(await clipboard(app)).toContain('Shipped the **rota**.')
  await page.answer(0).click()
  await page.type('Fresh. ')
  await page.window.keyboard.press('ControlOrMeta+Shift+c')
  await expect.poll(() => clipboard(app)).toContain('Fresh.')
})
