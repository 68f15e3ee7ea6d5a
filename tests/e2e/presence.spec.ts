/** The app when its window is not there: tray, closing, login, the keys from anywhere, links. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFile, readlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { hasDisplay } from '../../scripts/runtime/display'
import { messages } from '../../src/shared/messages/messages'
import { processesWith } from '../standin/processes'
import { type BusSays, fakeBus } from './support/fakeBus'
import type { JournalApp } from './support/journalApp'
import { JournalPage } from './support/journalPage'
import { expect, test } from './support/launch'
import { secondStart, startAgain } from './support/startAgain'
import { surfacesOf } from './support/surfaces'

const words = messages.background
const capturing = messages.capturing

/** As the app itself begins it. */
const device = { schema: 1, window: null, journalFolder: null, lastOpened: null, toldThatItKeepsRunning: true }

const windows = (electron: ElectronApplication) =>
  electron.evaluate(({ BrowserWindow }) =>
    Object.fromEntries(BrowserWindow.getAllWindows().map((window) => [window.getTitle(), window.isVisible()])),
  )
const closeJournal = (electron: ElectronApplication) =>
  electron.evaluate(
    ({ BrowserWindow }, title) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.getTitle() === title)
        ?.close(),
    'Throughline',
  )
/** A capture stands in the list as well. */
const onPage = (page: JournalPage) => page.window.locator('#page')
const field = (window: Page) => window.getByRole('textbox', { name: capturing.field })

async function launched(app: JournalApp, says: BusSays = {}, ...args: string[]): Promise<ElectronApplication> {
  const env = { ...(await fakeBus(app.userData, says)), XDG_CONFIG_HOME: join(app.userData, 'config') }
  return app.launch({ args, env })
}

async function openSettings(page: JournalPage) {
  await page.window.keyboard.press('ControlOrMeta+,')
  const dialog = page.window.getByRole('dialog', { name: messages.settings.title })
  await expect(dialog).toBeVisible()
  return dialog
}

async function runtimeHasSurfaces(electron: ElectronApplication): Promise<void> {
  test.skip(!(await surfacesOf(electron).present()), 'the runtime shows its surfaces to nobody')
}

test('where a tray is shown closing only hides, says so once, and everything is there again', {
  tag: '@quick',
}, async ({ app }) => {
  test.skip(process.platform !== 'linux', 'elsewhere the tray is always shown')
  const electron = await launched(app, { tray: true })
  await runtimeHasSurfaces(electron)
  const page = await JournalPage.of(app)
  const asked = await electron.evaluateHandle(({ dialog }) => {
    const seen: string[] = []
    dialog.showMessageBox = async (...given: unknown[]) => {
      seen.push((given.at(-1) as { message: string }).message)
      return { response: 1, checkboxChecked: false }
    }
    return seen
  })
  await page.type('Before closing.')
  await closeJournal(electron)
  await expect.poll(async () => (await windows(electron)).Throughline).toBe(false)
  expect(await asked.jsonValue()).toEqual([words.closing.question])
  // Quick capture, and the way back.
  await surfacesOf(electron).use((surfaces, label) => surfaces.clickTrayMenu(label), messages.launchItems.capture)
  const capture = await app.window(capturing.window)
  await expect(field(capture)).toBeFocused()
  await capture.keyboard.type('From the tray')
  await capture.keyboard.press('Enter')
  await expect.poll(async () => (await windows(electron))[capturing.window]).toBe(false)
  await surfacesOf(electron).use((surfaces, label) => surfaces.clickTrayMenu(label), messages.tray.open)
  await expect.poll(async () => (await windows(electron)).Throughline).toBe(true)
  await expect(page.answer(0)).toHaveText('Before closing.')
  await expect(onPage(page).getByText('From the tray')).toBeVisible()
  await closeJournal(electron)
  await expect.poll(async () => (await windows(electron)).Throughline).toBe(false)
  expect(await asked.jsonValue()).toHaveLength(1)
  expect((await startAgain(app)).code).toBe(0)
  await expect.poll(async () => (await windows(electron)).Throughline).toBe(true)
  const ended = electron.waitForEvent('close')
  await surfacesOf(electron).use((surfaces, label) => surfaces.clickTrayMenu(label), messages.tray.quit)
  await ended
})

test('the tray tells whether today is written, and opens pages', async ({ app }) => {
  const electron = await launched(app)
  await runtimeHasSurfaces(electron)
  const page = await JournalPage.of(app)
  const menu = () =>
    surfacesOf(electron).use(
      ({ records }) =>
        records
          .filter(({ surface, action }) => surface === 'tray' && action === 'setContextMenu')
          .map(({ detail }) => detail)
          .at(-1),
      null,
    )
  await expect.poll(menu).toContain(messages.tray.isOpen)
  await page.type('Written.')
  await page.saved()
  await expect.poll(menu).toContain(messages.tray.isWritten)
  await surfacesOf(electron).use((surfaces, label) => surfaces.clickTrayMenu(label), messages.launchItems.newReflection)
  await expect(page.answer(0)).toHaveText('')
})

test('started hidden it shows no window where a tray is, and one in the taskbar where none comes', async ({ app }) => {
  test.skip(process.platform !== 'linux', 'elsewhere the tray is always shown')
  const electron = await launched(app, { tray: true }, '--hidden')
  await expect.poll(() => windows(electron)).toEqual({ [capturing.window]: false })
  expect((await startAgain(app, '--hidden')).code).toBe(0)
  expect(await windows(electron)).toEqual({ [capturing.window]: false })
  // Without a window the tray opens one, and shows in it what it was asked for.
  await surfacesOf(electron).use((surfaces, label) => surfaces.clickTrayMenu(label), messages.tray.reminders)
  if (!(await surfacesOf(electron).present())) await startAgain(app, '--reminders')
  const window = await app.window('Throughline')
  await expect(window.getByRole('dialog', { name: messages.reminding.title })).toBeVisible()
  await expect.poll(async () => (await windows(electron)).Throughline).toBe(true)
  await app.close()
  const other = await launched(app, { tray: false }, '--hidden')
  await JournalPage.of(app)
  await expect
    .poll(() => other.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((one) => one.isMinimized())))
    .toBe(true)
  // Closed, nobody could find it again: it ends, though it began hidden.
  const ended = other.waitForEvent('close')
  await closeJournal(other)
  await ended
})

test('each door opens the field whether the journal was never open, is open, or is hidden', async ({ app }) => {
  test.skip(process.platform !== 'linux', 'elsewhere the tray is always shown')
  const keys = 'CommandOrControl+Alt+J'
  await writeFile(join(app.userData, 'device.json'), JSON.stringify({ ...device, captureKeys: keys }))
  const electron = await launched(app, { tray: true }, '--hidden')
  await runtimeHasSurfaces(electron)
  await expect.poll(() => windows(electron)).toEqual({ [capturing.window]: false })
  const doors = {
    tray: () =>
      surfacesOf(electron).use((surfaces, label) => surfaces.clickTrayMenu(label), messages.launchItems.capture),
    keys: () => surfacesOf(electron).use((surfaces, given) => surfaces.pressShortcut(given), keys),
    'command line': () => startAgain(app, '--capture'),
    'another start’s link': () => startAgain(app, 'throughline://capture?text=Offered'),
  }
  const journal = async () => (await windows(electron)).Throughline
  const states = {
    'never open': async () => expect(await journal()).toBeUndefined(),
    open: async () => {
      await surfacesOf(electron).use((surfaces, label) => surfaces.clickTrayMenu(label), messages.tray.open)
      await expect.poll(journal).toBe(true)
      await JournalPage.of(app)
    },
    hidden: async () => {
      await closeJournal(electron)
      await expect.poll(journal).toBe(false)
    },
  }
  for (const [state, reach] of Object.entries(states)) {
    await reach()
    const before = await journal()
    for (const [door, open] of Object.entries(doors)) {
      await open()
      const capture = await app.window(capturing.window)
      await expect(field(capture), `${door}, ${state}`).toBeFocused()
      await expect.poll(async () => (await windows(electron))[capturing.window]).toBe(true)
      // The journal stays as it was.
      expect(await journal(), `${door}, ${state}`).toBe(before)
      await field(capture).press('Escape')
      await expect.poll(async () => (await windows(electron))[capturing.window]).toBe(false)
    }
  }
})

test('a start for a thought opens its field alone', async ({ app }) => {
  test.skip(process.platform !== 'linux', 'elsewhere the tray is always shown')
  const electron = await launched(app, { tray: true }, '--capture')
  const capture = await app.window(capturing.window)
  await expect(field(capture)).toBeFocused()
  await capture.keyboard.type('Only this')
  await capture.keyboard.press('Enter')
  await expect.poll(() => windows(electron)).toEqual({ [capturing.window]: false })
  expect((await startAgain(app, '--quit')).code).toBe(0)
  await expect.poll(() => app.isRunning).toBe(false)
  // Where there is no tray it is in the taskbar, so that it can be found.
  const other = await launched(app, { tray: false }, 'throughline://capture?text=Offered')
  await expect(field(await app.window(capturing.window))).toHaveValue('Offered')
  const page = await JournalPage.of(app)
  await expect(onPage(page).getByText('Only this')).toBeVisible()
  expect(
    await other.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((one) => one.isMinimized())),
  ).toBe(true)
})

test('another start opens the reminders or ends the app; with none running there is nothing to end', async ({
  app,
}) => {
  const none = await startAgain(app, '--quit')
  expect(none.code).toBe(1)
  expect(none.stderr).toContain(`throughline: ${messages.commandLine.notRunning}`)
  const electron = await launched(app)
  const page = await JournalPage.of(app)
  expect((await startAgain(app, '--reminders')).code).toBe(0)
  await expect(page.window.getByRole('dialog', { name: messages.reminding.title })).toBeVisible()
  await page.window.keyboard.press('Escape')
  await page.type('Written before the end.')
  const ended = electron.waitForEvent('close')
  expect((await startAgain(app, '--quit')).code).toBe(0)
  await ended
  await app.launch()
  await expect((await JournalPage.of(app)).answer(0)).toHaveText('Written before the end.')
})

test('a quit while closing is being asked about ends the app, and chooses nothing', async ({ app }) => {
  test.skip(process.platform !== 'linux', 'elsewhere the tray is always shown')
  const electron = await launched(app, { tray: true })
  const page = await JournalPage.of(app)
  await page.type('Before the question.')
  // A question that nobody answers.
  await electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => {
      Object.assign(globalThis, { isAsked: true })
      return new Promise(() => {})
    }
  })
  await closeJournal(electron)
  await expect.poll(() => electron.evaluate(() => 'isAsked' in globalThis)).toBe(true)
  const ended = electron.waitForEvent('close')
  await electron.evaluate(({ powerMonitor }) => {
    // The session ends: nobody may be there to answer.
    powerMonitor.emit('shutdown', { preventDefault() {} })
  })
  await ended
  const kept = JSON.parse(await readFile(join(app.userData, 'device.json'), 'utf8'))
  expect(kept).not.toHaveProperty('keepsRunning')
  expect(kept).not.toHaveProperty('toldThatItKeepsRunning')
})

test('keys that were being tried out open the field again when the page that tried them is gone', async ({ app }) => {
  const keys = 'CommandOrControl+Alt+J'
  await writeFile(join(app.userData, 'device.json'), JSON.stringify({ ...device, captureKeys: keys }))
  const electron = await launched(app)
  await runtimeHasSurfaces(electron)
  const page = await JournalPage.of(app)
  const dialog = await openSettings(page)
  await dialog.getByRole('button', { name: words.keysTry }).press('Enter')
  await expect(dialog.getByText(words.keysTrying)).toBeVisible()
  await page.window.reload()
  await JournalPage.of(app)
  await surfacesOf(electron).use((surfaces, given) => surfaces.pressShortcut(given), keys)
  await expect(field(await app.window(capturing.window))).toBeFocused()
})

test('the login item is chosen, shown as the system has it, and taken away', async ({ app }) => {
  test.skip(process.platform !== 'linux', 'the test reads the autostart file')
  const electron = await launched(app)
  const page = await JournalPage.of(app)
  const dialog = await openSettings(page)
  const starts = dialog.getByRole('switch', { name: words.startsAtLogin })
  await expect(starts).toBeEnabled()
  await expect(starts).not.toBeChecked()
  await starts.press('Space')
  await expect(starts).toBeChecked()
  const path = join(
    await electron.evaluate(({ app: running }) => running.getPath('appData')),
    'autostart/throughline.desktop',
  )
  expect(await readFile(path, 'utf8')).toMatch(/^Exec=.*"--hidden" "--user-data-dir=.*"$/m)
  await starts.press('Space')
  await expect(starts).not.toBeChecked()
  await expect(readFile(path)).rejects.toThrow('ENOENT')
})

test('a launcher of the desktop starts it hidden, from the file that it wrote itself', async ({ app }) => {
  test.skip(spawnSync('which', ['dex']).status !== 0, 'no program that starts what is in the autostart folder')
  test.skip(!hasDisplay(), 'a login has a display')
  await launched(app, { tray: true })
  const page = await JournalPage.of(app)
  const starts = (await openSettings(page)).getByRole('switch', { name: words.startsAtLogin })
  await starts.press('Space')
  await expect(starts).toBeChecked()
  await app.close()
  const holder = async () =>
    Number((await readlink(join(app.userData, 'SingletonLock')).catch(() => '')).split('-').at(-1))
  expect(await holder()).toBe(0)
  const env = {
    ...secondStart(app),
    ...(await fakeBus(app.userData, { tray: true })),
    XDG_CONFIG_HOME: join(app.userData, 'config'),
    // The machine's own autostart files are none of this test's.
    XDG_CONFIG_DIRS: join(app.userData, 'none'),
  }
  execFileSync('dex', ['--autostart', '--environment', 'XFCE'], { env, stdio: 'ignore' })
  await expect.poll(holder).toBeGreaterThan(0)
  const pid = await holder()
  try {
    expect(processesWith(`--user-data-dir=${app.userData}`).join('\n')).toContain('--hidden')
    // It runs: another start reaches it and ends.
    expect((await startAgain(app, '--hidden')).code).toBe(0)
  } finally {
    process.kill(pid, 'SIGTERM')
  }
  await expect.poll(() => processesWith(`--user-data-dir=${app.userData}`)).toEqual([])
})

test('keys for quick capture: suggested, refused when taken, tried out, silent, and open with the window hidden', {
  tag: '@quick',
}, async ({ app }) => {
  const electron = await launched(app)
  await runtimeHasSurfaces(electron)
  const page = await JournalPage.of(app)
  await surfacesOf(electron).use((surfaces) => surfaces.takeShortcut('Control+Alt+K'), null)
  const dialog = await openSettings(page)
  const { keyboard } = page.window
  await expect(dialog.getByText(words.keysNone)).toBeVisible()
  await dialog.getByRole('button', { name: words.keysRecord }).press('Enter')
  await expect(dialog.getByText(words.keysRecording)).toBeVisible()
  await keyboard.press('Control+Alt+k')
  await expect(dialog.getByText(words.keysTaken('Ctrl+Alt+K'))).toBeVisible()
  await dialog.getByRole('button', { name: words.keysSuggest('Ctrl+Alt+J') }).press('Enter')
  await dialog.getByRole('button', { name: words.keysTry }).press('Enter')
  await expect(dialog.getByText(words.keysTrying)).toBeVisible()
  await surfacesOf(electron).use((surfaces) => surfaces.pressShortcut('CommandOrControl+Alt+J'), null)
  await expect(dialog.getByText(words.keysWork)).toBeVisible()
  expect((await windows(electron))[capturing.window] ?? false).toBe(false)
  // As on a desktop that takes the keys and never passes them on.
  await page.window.clock.install()
  await dialog.getByRole('button', { name: words.keysTry }).press('Enter')
  await expect(dialog.getByText(words.keysTrying)).toBeVisible()
  await page.window.clock.runFor(11_000)
  await expect(dialog.getByText(words.keysCommand)).toBeVisible()
  await page.window.clock.resume()
  await keyboard.press('Escape')
  await electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.minimize()
  })
  await surfacesOf(electron).use((surfaces) => surfaces.pressShortcut('CommandOrControl+Alt+J'), null)
  await expect(field(await app.window(capturing.window))).toBeFocused()
})

test('a link’s words are kept only when the person says so, and touch no draft', async ({ app }) => {
  const electron = await app.launch({ args: ['--capture'] })
  const page = await JournalPage.of(app)
  const capture = await app.window(capturing.window)
  await expect(field(capture)).toBeFocused()
  await capture.keyboard.type('My own')
  const link = 'throughline://capture?text=Offered%20%3Cb%3E&kind=learned'
  expect((await startAgain(app, link)).code).toBe(0)
  await expect(field(capture)).toHaveValue('Offered <b>')
  await expect(capture.getByText(capturing.offered)).toBeVisible()
  await expect(capture.getByRole('radio', { name: capturing.kinds.learned })).toBeChecked()
  await field(capture).press('Escape')
  await expect.poll(async () => (await windows(electron))[capturing.window]).toBe(false)
  expect((await startAgain(app, '--capture')).code).toBe(0)
  await expect(field(capture)).toHaveValue('My own')
  expect((await startAgain(app, link)).code).toBe(0)
  await expect(field(capture)).toHaveValue('Offered <b>')
  await field(capture).press('Enter')
  await expect(onPage(page).getByText('Offered <b>')).toBeVisible()
  expect((await startAgain(app, '--capture')).code).toBe(0)
  await expect(field(capture)).toHaveValue('My own')
  await expect(page.window.getByText('My own')).toHaveCount(0)
  expect((await startAgain(app, 'throughline://erase?all')).code).toBe(1)
})
