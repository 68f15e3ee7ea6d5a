/** What the app does on macOS and Windows alone, where the runtime can play their part. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { messages } from '../../src/shared/messages/messages'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { surfacesOf } from './support/surfaces'

const keys = 'CommandOrControl+Alt+J'
/** As the app itself begins it, for one that goes on when its window is closed. */
const device = {
  schema: 1,
  window: null,
  journalFolder: null,
  lastOpened: null,
  keepsRunning: true,
  toldThatItKeepsRunning: true,
  captureKeys: keys,
}

async function launchedAs(app: JournalApp, platform: NodeJS.Platform): Promise<ElectronApplication> {
  const electron = await app.launch({ env: { THROUGHLINE_STANDIN_PLATFORM: platform } })
  test.skip(!(await surfacesOf(electron).present()), 'this runtime is on its own platform alone')
  return electron
}

/** What was done to a surface, so many times. */
function timesOf(electron: ElectronApplication, action: string): Promise<number> {
  return electron.evaluate((_, wanted) => {
    const { __surfaces } = globalThis as unknown as { __surfaces: { records: { action: string }[] } }
    return __surfaces.records.filter((record) => record.action === wanted).length
  }, action)
}

test('macOS: the menu brings the hidden window back, a click on the tray does not, and the field takes nobody away', async ({
  app,
}) => {
  await writeFile(join(app.userData, 'device.json'), JSON.stringify(device))
  const electron = await launchedAs(app, 'darwin')
  const surfaces = surfacesOf(electron)
  const page = await JournalPage.of(app)
  const journal = (work: 'isVisible' | 'isFullScreen' | 'close' | 'goFull') =>
    electron.evaluate(({ BrowserWindow }, what) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.getTitle() === 'Throughline')
      if (what === 'goFull') return window?.setFullScreen(true)
      return window?.[what]()
    }, work)
  await journal('goFull')
  await expect.poll(() => journal('isFullScreen')).toBe(true)
  await journal('close')
  await expect.poll(() => journal('isVisible')).toBe(false)
  expect(await timesOf(electron, 'leaveBlackSpace')).toBe(0)

  await surfaces.use((hook) => hook.clickTray(), null)
  expect(await timesOf(electron, 'popUpContextMenu')).toBe(1)
  expect(await journal('isVisible')).toBe(false)

  const forward = await timesOf(electron, 'comeForward')
  await surfaces.use((hook, given) => hook.pressShortcut(given), keys)
  const field = await app.window(messages.capturing.window)
  await expect(field.getByRole('textbox', { name: messages.capturing.field })).toBeFocused()
  await field.keyboard.press('Escape')
  expect(await timesOf(electron, 'comeForward')).toBe(forward)
  expect(await journal('isVisible')).toBe(false)

  await surfaces.use((hook, label) => hook.clickMenu(label), messages.commands.settings)
  await expect.poll(() => journal('isVisible')).toBe(true)
  await expect(page.window.getByRole('dialog', { name: messages.settings.title })).toBeVisible()
})

test('Windows: the session ends at once when all is saved, and waits for words that are not', async ({ app }) => {
  const electron = await launchedAs(app, 'win32')
  const page = await JournalPage.of(app)
  await page.type('Saved.')
  await page.saved()
  // From here on nothing is saved by time alone.
  await page.window.clock.install()
  await page.window.clock.pauseAt(Date.now() + 60_000)
  await page.type(' Logged out.')
  const ended = electron.waitForEvent('close')
  expect(await surfacesOf(electron).use((hook) => hook.endSession(), null)).toBe(false)
  await ended
  const folder = join(app.userData, 'journal/entries')
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json'))
  const onDisk = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  expect(onDisk.join()).toContain('Saved. Logged out.')

  const again = await launchedAs(app, 'win32')
  await expect((await JournalPage.of(app)).answer(0)).toHaveText('Saved. Logged out.')
  const endedAgain = again.waitForEvent('close')
  // Nobody is there any more to answer.
  await surfacesOf(again)
    .use((hook) => void setImmediate(hook.endSession), null)
    .catch(() => undefined)
  await endedAgain
})
