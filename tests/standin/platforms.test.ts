/** Where Electron is not the same on each platform, or less kind than it looks, the double is so too. */
import type { ElectronApplication } from 'playwright'
import { afterAll, describe, expect, test } from 'vitest'
import { launchFixture } from './harness'
import type { Surfaces } from './surfacesHook'

interface Main {
  window: Electron.BrowserWindow
  __surfaces: Surfaces
}

const apps = new Map<NodeJS.Platform, ElectronApplication>()

/** One start for each platform. */
async function playing(platform: NodeJS.Platform): Promise<ElectronApplication> {
  const app = apps.get(platform) ?? (await launchFixture('window', [], { THROUGHLINE_STANDIN_PLATFORM: platform }))
  apps.set(platform, app)
  await app.firstWindow()
  return app
}

afterAll(() => Promise.all(Array.from(apps.values(), (app) => app.close())))

const actions = (app: ElectronApplication) =>
  app.evaluate(() => (globalThis as unknown as Main).__surfaces.records.map(({ action }) => action))

test('Linux has none of the other platforms’ events; its secrets show what they are sealed with', async () => {
  const app = await playing('linux')
  const found = await app.evaluate(async ({ globalShortcut, powerMonitor, safeStorage }) => {
    const { window, __surfaces } = globalThis as unknown as Main
    const refused = [() => powerMonitor.emit('lock-screen'), () => window.emit('session-end')].map((emit) => {
      try {
        return String(emit())
      } catch (error) {
        return error instanceof Error ? error.message : ''
      }
    })
    const tag = async () => (await safeStorage.encryptStringAsync('a secret')).subarray(0, 3).toString()
    const without = [await safeStorage.isAsyncEncryptionAvailable(), await tag()]
    __surfaces.giveKeyring('a keyring')
    const sealed = await safeStorage.encryptStringAsync('a secret')
    const withOne = [safeStorage.getSelectedStorageBackend(), sealed.subarray(0, 3).toString()]
    __surfaces.giveKeyring(null)
    const opened = await safeStorage.decryptStringAsync(sealed).catch(() => 'refused')
    __surfaces.giveKeyring('a keyring', true)
    let isAnswered = false
    const asked = safeStorage.decryptStringAsync(sealed).finally(() => {
      isAnswered = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    const waits = !isAnswered
    __surfaces.giveKeyring('a keyring')
    const pressed: string[] = []
    __surfaces.takeShortcut('Ctrl+Alt+T', true)
    const isGiven = globalShortcut.register('Ctrl+Alt+T', () => void pressed.push('keys'))
    __surfaces.pressShortcut('Ctrl+Alt+T')
    return { refused, without, withOne, opened, waits, result: (await asked).result, isGiven, pressed }
  })
  expect(found).toEqual({
    refused: ["linux has no PowerMonitor event 'lock-screen'", "linux has no BrowserWindow event 'session-end'"],
    without: [true, 'v10'],
    withOne: ['basic_text', 'v11'],
    opened: 'refused',
    waits: true,
    result: 'a secret',
    isGiven: true,
    pressed: [],
  })
})

test('on macOS a click on the tray opens its menu too, full screen takes its time, and hidden it leaves its space black', async () => {
  const app = await playing('darwin')
  const seen = await app.evaluate(async ({ Menu, nativeImage, Tray }) => {
    const { window, __surfaces } = globalThis as unknown as Main
    const tray = new Tray(nativeImage.createEmpty())
    tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Open' }]))
    const clicks: string[] = []
    tray.on('click', () => clicks.push('click'))
    __surfaces.clickTray()
    const entered = new Promise((resolve) => window.once('enter-full-screen', () => resolve(undefined)))
    window.setFullScreen(true)
    const atOnce = window.isFullScreen()
    await entered
    window.hide()
    return { clicks, atOnce }
  })
  expect(seen).toEqual({ clicks: ['click'], atOnce: false })
  expect(await actions(app)).toEqual(expect.arrayContaining(['popUpContextMenu', 'comeForward', 'leaveBlackSpace']))
})

describe('on Windows', () => {
  test('a toast that timed out can still be clicked', async () => {
    const app = await playing('win32')
    const events = await app.evaluate(({ Notification }) => {
      const { __surfaces } = globalThis as unknown as Main
      const said: string[] = []
      const notification = new Notification({ title: 'Time to write' })
      notification.on('close', ({ reason }) => said.push(`close ${reason}`))
      notification.on('click', () => said.push('click'))
      notification.show()
      __surfaces.timeOutNotification('Time to write')
      __surfaces.clickNotification('Time to write')
      return said
    })
    expect(events).toEqual(['close timedOut', 'click', 'close undefined'])
  })

  test('the session’s end can be held up when it is asked for, and ends the app at once when it is not', async () => {
    const app = await playing('win32')
    const gone = new Promise((resolve) => app.once('close', () => resolve('gone')))
    const held = await app.evaluate(() => {
      const { window, __surfaces } = globalThis as unknown as Main
      window.once('query-session-end', (event) => event.preventDefault())
      return __surfaces.endSession()
    })
    expect(held).toBe(false)
    void app.evaluate(() => (globalThis as unknown as Main).__surfaces.endSession()).catch(() => undefined)
    expect(await gone).toBe('gone')
  })
})

test('a window that is shown before its page, and a session that nothing keeps from its dictionaries, are noted', async () => {
  const app = await playing('linux')
  await app.evaluate(async ({ BrowserWindow, session }) => {
    new BrowserWindow({ show: false }).maximize()
    session.defaultSession.isSpellCheckerEnabled()
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  })
  expect(await actions(app)).toEqual(expect.arrayContaining(['showUnpainted', 'fetchDictionary']))
})
