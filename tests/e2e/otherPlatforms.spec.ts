/** What the app does on macOS and Windows alone, where the runtime can play their part. */
import { writeFile } from 'node:fs/promises'
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

/** On the platform itself, or where its part is played. */
async function launchedAs(app: JournalApp, platform: NodeJS.Platform): Promise<ElectronApplication> {
  const electron = await app.launch({ env: { THROUGHLINE_STANDIN_PLATFORM: platform } })
  const isPlayed = await surfacesOf(electron).present()
  test.skip(!isPlayed && process.platform !== platform, `Electron is on ${process.platform} here`)
  return electron
}

async function runtimeHasSurfaces(electron: ElectronApplication): Promise<void> {
  test.skip(!(await surfacesOf(electron).present()), 'nothing presses and counts for Electron')
}

/** What was done to a surface, so many times. */
async function timesOf(electron: ElectronApplication, action: string): Promise<number> {
  const times = await surfacesOf(electron).use(
    ({ records }, wanted) => records.filter((record) => record.action === wanted).length,
    action,
  )
  return times ?? 0
}

function journal(electron: ElectronApplication, work: 'isVisible' | 'isFullScreen' | 'close' | 'goFull') {
  return electron.evaluate(({ BrowserWindow }, what) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.getTitle() === 'Throughline')
    return what === 'goFull' ? window?.setFullScreen(true) : window?.[what]()
  }, work)
}

test.describe('macOS', () => {
  test.beforeEach(({ app }) => writeFile(join(app.userData, 'device.json'), JSON.stringify(device)))

  test('a full-screen window is hidden without its space; the menu brings it back for what is chosen', async ({
    app,
  }) => {
    const electron = await launchedAs(app, 'darwin')
    const page = await JournalPage.of(app)
    await journal(electron, 'goFull')
    await expect.poll(() => journal(electron, 'isFullScreen')).toBe(true)
    await journal(electron, 'close')
    await expect.poll(() => journal(electron, 'isVisible')).toBe(false)
    expect(await journal(electron, 'isFullScreen')).toBe(false)
    expect(await timesOf(electron, 'leaveBlackSpace')).toBe(0)
    await electron.evaluate(({ Menu }, label) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
      items.find((item) => item.label === label)?.click()
    }, messages.commands.settings)
    await expect.poll(() => journal(electron, 'isVisible')).toBe(true)
    await expect(page.window.getByRole('dialog', { name: messages.settings.title })).toBeVisible()
  })

  test('a click on the tray opens its menu alone, and quick capture does not bring the app forward', async ({
    app,
  }) => {
    const electron = await launchedAs(app, 'darwin')
    await runtimeHasSurfaces(electron)
    const surfaces = surfacesOf(electron)
    await JournalPage.of(app)
    await journal(electron, 'close')
    await expect.poll(() => journal(electron, 'isVisible')).toBe(false)
    await surfaces.use((hook) => hook.clickTray(), null)
    expect(await timesOf(electron, 'popUpContextMenu')).toBe(1)
    expect(await journal(electron, 'isVisible')).toBe(false)

    const forward = await timesOf(electron, 'comeForward')
    await surfaces.use((hook, given) => hook.pressShortcut(given), keys)
    const field = await app.window(messages.capturing.window)
    await expect(field.getByRole('textbox', { name: messages.capturing.field })).toBeFocused()
    await field.keyboard.press('Escape')
    expect(await timesOf(electron, 'comeForward')).toBe(forward)
    expect(await journal(electron, 'isVisible')).toBe(false)
  })
})

test.describe('Windows', () => {
  test('the end of the session waits for words that are not saved', async ({ app }) => {
    const electron = await launchedAs(app, 'win32')
    const page = await JournalPage.of(app)
    await page.type('Saved.')
    await page.saved()
    // From here on nothing is saved by time alone.
    await page.window.clock.install()
    await page.window.clock.pauseAt(Date.now() + 60_000)
    await page.type(' Logged out.')
    const ended = electron.waitForEvent('close')
    // As Windows asks its windows.
    await electron.evaluate(({ BrowserWindow }) => {
      let isHeld = false
      const preventDefault = () => {
        isHeld = true
      }
      for (const window of BrowserWindow.getAllWindows()) window.emit('query-session-end', { preventDefault })
      if (!isHeld) process.kill(process.pid, 'SIGKILL')
    })
    await ended
    await app.launch()
    await expect((await JournalPage.of(app)).answer(0)).toHaveText('Saved. Logged out.')
  })

  test('and goes on at once where all is saved', async ({ app }) => {
    const electron = await launchedAs(app, 'win32')
    await runtimeHasSurfaces(electron)
    const page = await JournalPage.of(app)
    await page.type('Saved.')
    await page.saved()
    const child = electron.process()
    const ended = electron.waitForEvent('close')
    await surfacesOf(electron)
      .use((hook) => void setImmediate(hook.endSession), null)
      // The app may be gone before it answers.
      .catch(() => undefined)
    await ended
    // By the system, not by a quit of its own.
    expect(child.signalCode).toBe('SIGKILL')
  })
})
