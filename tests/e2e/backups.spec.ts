/** Backups: made and told, kept in a second place that comes and goes, gone back to. */
import { mkdir, readdir, rename, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { messages } from '../../src/shared/messages/messages'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { showIn } from './support/showIn'
import { violations } from './support/violations'

const words = messages.backingUp
const going = messages.restoring

async function openSettings({ window }: JournalPage): Promise<Locator> {
  await window.keyboard.press('ControlOrMeta+,')
  const settings = window.getByRole('dialog', { name: messages.settings.title })
  await expect(settings.getByRole('button', { name: words.now })).toBeVisible()
  return settings
}

const archivesIn = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.zip'))

/** The next folder dialog answers with this one. */
async function chooseNext(app: JournalApp, folder: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, folder)
}

async function written(app: JournalApp): Promise<JournalPage> {
  await app.launch()
  const page = await JournalPage.of(app)
  await page.type('Asked two customers. ')
  await page.saved()
  return page
}

test('one is made now, told with its size, and lies beside the journal', async ({ app }) => {
  const page = await written(app)
  const settings = await openSettings(page)
  await expect(settings.getByText(words.none)).toBeVisible()
  await settings.getByRole('button', { name: words.now }).click()
  await expect(settings.getByText(/Last backup: .*B, verified/)).toBeVisible()
  expect(await archivesIn(join(app.userData, 'journal-backups'))).toHaveLength(1)
  await page.window.keyboard.press('Escape')
  // Saving goes on, and the next start knows the backup.
  await page.answer(0).click()
  await page.type('And a third. ')
  await page.saved()
  await app.relaunch()
  const again = await openSettings(await JournalPage.of(app))
  await expect(again.getByText(/Last backup: /)).toBeVisible()
})

test('a second place gets copies, is told when it is away, and catches up', async ({ app }) => {
  const page = await written(app)
  const disk = join(app.userData, 'disk')
  await mkdir(disk)
  await chooseNext(app, disk)
  const settings = await openSettings(page)
  await settings.getByRole('button', { name: words.choose }).click()
  await expect(settings.getByText(words.secondEmpty)).toBeVisible()
  await settings.getByRole('button', { name: words.now }).click()
  await expect(settings.getByText(/Holds the backup of /)).toBeVisible()
  const place = join(disk, 'Throughline backups')
  expect(await archivesIn(place)).toEqual(await archivesIn(join(app.userData, 'journal-backups')))

  await rename(disk, `${disk}-away`)
  await settings.getByRole('button', { name: words.now }).click()
  await expect(settings.getByText(words.secondAway)).toBeVisible()
  await expect.poll(() => archivesIn(join(app.userData, 'journal-backups'))).toHaveLength(2)
  await rename(`${disk}-away`, disk)
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
  await expect.poll(() => archivesIn(place)).toHaveLength(2)
  await expect(settings.getByText(/Holds the backup of /)).toBeVisible()

  await chooseNext(app, join(app.userData, 'journal'))
  await settings.getByRole('button', { name: words.change }).click()
  await expect(settings.getByText(messages.failed(messages.failures['inside-journal']))).toBeVisible()
  await settings.getByRole('button', { name: words.forget }).click()
  await expect(settings.getByText(words.secondNone)).toBeVisible()
})

test('the day’s backup is made by itself once the person pauses', async ({ app }) => {
  await written(app)
  for (let look = 0; look < 4; look++)
    await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
  await expect.poll(() => archivesIn(join(app.userData, 'journal-backups')).catch(() => [])).toHaveLength(1)
})

async function backUp(page: JournalPage): Promise<void> {
  const settings = await openSettings(page)
  await settings.getByRole('button', { name: words.now }).click()
  await expect(settings.getByText(/Last backup: /)).toBeVisible()
  await page.window.keyboard.press('Escape')
  await expect(settings).toHaveCount(0)
}

/** The dialog to go back, from the settings. */
async function goBack(page: JournalPage): Promise<Locator> {
  const settings = await openSettings(page)
  await settings.getByRole('button', { name: going.open }).click()
  const dialog = page.window.getByRole('dialog', { name: going.title })
  await expect(dialog.getByText(going.looking)).toHaveCount(0)
  return dialog
}

/** The app on a journal whose folder is gone. */
async function withoutFolder(app: JournalApp): Promise<JournalPage> {
  await backUp(await written(app))
  await app.close()
  await rm(join(app.userData, 'journal'), { recursive: true })
  await app.launch()
  const page = await JournalPage.of(app)
  await expect(page.window.getByRole('button', { name: going.fromTrouble })).toBeVisible()
  return page
}

test('a journal whose folder is gone is back in three clicks', async ({ app }) => {
  const page = await withoutFolder(app)
  await page.window.getByRole('button', { name: going.fromTrouble }).click()
  const dialog = page.window.getByRole('dialog', { name: going.title })
  await expect(dialog.getByText(going.anew)).toBeVisible()
  await dialog.getByRole('button', { name: going.doWhole }).click()
  await expect(page.window.getByText(/The journal is as it was on /)).toBeVisible()
  await expect(page.answer(0)).toHaveText('Asked two customers. ')
  await expect(page.window.getByRole('button', { name: going.fromTrouble })).toHaveCount(0)
  // It is a journal like any other, now and after a restart.
  await page.answer(0).click()
  await page.window.keyboard.press('ControlOrMeta+End')
  await page.type('And a third. ')
  await page.saved()
  await app.relaunch()
  await expect((await JournalPage.of(app)).answer(0)).toHaveText('Asked two customers. And a third. ')
})

test('the whole goes back after a preview, and the present becomes a backup that can be gone back to', {
  tag: '@quick',
}, async ({ app }) => {
  const page = await written(app)
  await backUp(page)
  await page.answer(0).click()
  await page.window.keyboard.press('ControlOrMeta+End')
  await page.type('And a third. ')
  await page.saved()
  const dialog = await goBack(page)
  await dialog.getByRole('button', { name: new RegExp(going.fates.newer, 'i') }).click()
  await expect(dialog.getByRole('listitem').getByText('Asked two customers.')).toBeVisible()
  expect(await violations(page.window)).toEqual([])
  await dialog.getByRole('button', { name: going.doWhole }).click()
  await expect(page.answer(0)).toHaveText('Asked two customers. ')
  expect(await archivesIn(join(app.userData, 'journal-backups'))).toHaveLength(2)
  const again = await goBack(page)
  await again.getByRole('button', { name: going.doWhole }).click()
  await expect(page.answer(0)).toHaveText('Asked two customers. And a third. ')
  await app.relaunch()
  await expect((await JournalPage.of(app)).answer(0)).toHaveText('Asked two customers. And a third. ')
  // The next start cleared what lay beside the journal.
  await expect
    .poll(async () => (await readdir(app.userData)).filter((name) => name.startsWith('.throughline')))
    .toEqual([])
})

test('a single entry comes back as its newest version', async ({ app }) => {
  const page = await written(app)
  await backUp(page)
  await page.answer(0).click()
  await page.window.keyboard.press('ControlOrMeta+a')
  await page.type('Other words. ')
  await page.saved()
  const dialog = await goBack(page)
  await dialog.getByRole('radio', { name: going.some }).press('Space')
  const button = dialog.getByRole('button', { name: going.doSome('1 entry') })
  await expect(button).toHaveCount(0)
  await dialog.getByRole('checkbox').first().press('Space')
  await button.click()
  await expect(page.answer(0)).toHaveText('Asked two customers. ')
  await page.answer(0).click()
  await page.type('Written on. ')
  await page.saved()
})

test('a damaged backup is refused with a sentence, and nothing changes', async ({ app }) => {
  const page = await written(app)
  await backUp(page)
  const [name = ''] = await archivesIn(join(app.userData, 'journal-backups'))
  await truncate(join(app.userData, 'journal-backups', name), 700)
  const dialog = await goBack(page)
  await expect(dialog.getByText(messages.failed(messages.failures['bad-backup']))).toBeVisible()
  await expect(dialog.getByRole('button', { name: going.doWhole })).toBeDisabled()
  await page.window.keyboard.press('Escape')
  await expect(page.answer(0)).toHaveText('Asked two customers. ')
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ app }) => {
    const page = await written(app)
    const settings = await openSettings(page)
    await showIn(theme, app, page.window)
    await settings.getByRole('button', { name: words.now }).click()
    await expect(settings.getByText(/Last backup: /)).toBeVisible()
    expect(await violations(page.window)).toEqual([])
    await page.window.keyboard.press('Escape')
    await page.answer(0).click()
    await page.type('More. ')
    await page.saved()
    const dialog = await goBack(page)
    await dialog.getByRole('button', { name: new RegExp(going.fates.newer, 'i') }).click()
    expect(await violations(page.window)).toEqual([])
    await dialog.getByRole('radio', { name: going.some }).press('Space')
    await expect(dialog.getByRole('checkbox')).toHaveCount(1)
    expect(await violations(page.window)).toEqual([])
    await page.window.screenshot({ path: test.info().outputPath('restore.png') })
  })

  test(`axe finds nothing without the journal, ${theme}`, { tag: theme === 'light' ? '@quick' : [] }, async ({
    app,
  }) => {
    const page = await withoutFolder(app)
    await showIn(theme, app, page.window)
    expect(await violations(page.window)).toEqual([])
    await page.window.getByRole('button', { name: going.fromTrouble }).click()
    await expect(page.window.getByText(going.anew)).toBeVisible()
    expect(await violations(page.window)).toEqual([])
  })
}
