/** Backups: made and told, kept in a second place that comes and goes. */
import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { messages } from '../../src/shared/messages/messages'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { showIn } from './support/showIn'
import { violations } from './support/violations'

const words = messages.backingUp

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
  await expect(settings.getByText(/Last backup: .*B, read back and found whole/)).toBeVisible()
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
  await expect(settings.getByText(/Has the backup of /)).toBeVisible()
  const place = join(disk, 'Throughline backups')
  expect(await archivesIn(place)).toEqual(await archivesIn(join(app.userData, 'journal-backups')))

  await rename(disk, `${disk}-away`)
  await settings.getByRole('button', { name: words.now }).click()
  await expect(settings.getByText(words.secondAway)).toBeVisible()
  await expect.poll(() => archivesIn(join(app.userData, 'journal-backups'))).toHaveLength(2)
  await rename(`${disk}-away`, disk)
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
  await expect.poll(() => archivesIn(place)).toHaveLength(2)
  await expect(settings.getByText(/Has the backup of /)).toBeVisible()

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

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ app }) => {
    const page = await written(app)
    const settings = await openSettings(page)
    await showIn(theme, app, page.window)
    await settings.getByRole('button', { name: words.now }).click()
    await expect(settings.getByText(/Last backup: /)).toBeVisible()
    expect(await violations(page.window)).toEqual([])
  })
}
