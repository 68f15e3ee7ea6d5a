import type { ElectronApplication, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFixture } from './harness'
import type { Surfaces } from './surfacesHook'

let app: ElectronApplication
let page: Page

/** What the fixture keeps in its main process, and the hook. */
interface Main {
  window: Electron.BrowserWindow
  seen: unknown[]
  __surfaces: Surfaces
}

beforeAll(async () => {
  app = await launchFixture('window')
  page = await app.firstWindow()
})

afterAll(() => app.close())

test('using an API that the double lacks throws, as does listening for an event it never emits', async () => {
  const attempts = app.evaluate((electron) => {
    const attempt = (work: () => unknown) => {
      try {
        return String(work())
      } catch (error) {
        return error instanceof Error ? error.message : ''
      }
    }
    const { window } = globalThis as unknown as Main
    return [
      attempt(() => electron.autoUpdater),
      attempt(() => electron.app.getGPUInfo),
      attempt(() => window.setVibrancy),
      attempt(() => window.webContents.printToPDF),
      attempt(() => electron.session.fromPartition),
      attempt(() => electron.app.on('continue-activity', () => undefined)),
      attempt(() => new electron.BrowserWindow({ webPreferences: { sandbox: false } })),
    ]
  })
  expect(await attempts).toEqual([
    'not in the stand-in: electron.autoUpdater',
    'not in the stand-in: App.getGPUInfo',
    'not in the stand-in: BrowserWindow.setVibrancy',
    'not in the stand-in: WebContents.printToPDF',
    'not in the stand-in: session.fromPartition',
    "not in the stand-in: App event 'continue-activity'",
    'not in the stand-in: webPreferences.sandbox: false',
  ])
})

test('the page has the size of its window, and screenshots do', async () => {
  expect(await page.evaluate('[innerWidth, innerHeight, devicePixelRatio]')).toEqual([900, 640, 1])
  const pixels = async () => {
    const png = await page.screenshot()
    return [png.readUInt32BE(16), png.readUInt32BE(20)]
  }
  expect(await pixels()).toEqual([900, 640])
  const events = await app.evaluate(async () => {
    const { window } = globalThis as unknown as Main
    const heard: string[] = []
    for (const name of ['resize', 'resized', 'move'] as const) window.on(name as 'resize', () => heard.push(name))
    window.setBounds({ x: 5, width: 100, height: 500 })
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    return [heard, window.getBounds().width]
  })
  expect(events).toEqual([['move', 'resize', ...(process.platform === 'linux' ? [] : ['resized'])], 300])
  await expect.poll(() => page.evaluate('[innerWidth, innerHeight]')).toEqual([300, 500])
  expect(await pixels()).toEqual([300, 500])
  await app.evaluate(() => (globalThis as unknown as Main).window.maximize())
  await expect.poll(() => page.evaluate('innerWidth')).toBe(1920)
  await app.evaluate(() => (globalThis as unknown as Main).window.unmaximize())
  await page.setViewportSize({ width: 700, height: 400 })
  expect(await pixels()).toEqual([700, 400])
})

test('the theme reaches the page, also after a reload, and Playwright may override it', async () => {
  const dark = () => page.evaluate('matchMedia("(prefers-color-scheme: dark)").matches')
  const setSource = (source: 'dark' | 'light' | 'system') =>
    app.evaluate(async ({ nativeTheme }, value) => {
      const updated = new Promise((resolve) => nativeTheme.once('updated', () => resolve(undefined)))
      nativeTheme.themeSource = value
      await updated
      return nativeTheme.shouldUseDarkColors
    }, source)
  expect(await dark()).toBe(false)
  expect(await setSource('dark')).toBe(true)
  await expect.poll(dark).toBe(true)
  await page.reload()
  expect(await dark()).toBe(true)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await dark()).toBe(false)
  await page.emulateMedia({ colorScheme: null })
  expect(await dark()).toBe(true)
  expect(await setSource('light')).toBe(false)
  await expect.poll(dark).toBe(false)
  await page.reload()
  expect(await dark()).toBe(false)
})

test('a dialog without an answer is canceled; the hook or a stub answers', async () => {
  const ask = () => app.evaluate(({ dialog }) => dialog.showOpenDialog({ title: 'Where?' }))
  expect(await ask()).toEqual({ canceled: true, filePaths: [] })
  await app.evaluate(() =>
    (globalThis as unknown as Main).__surfaces.answerNextDialog('showOpenDialog', {
      canceled: false,
      filePaths: ['/a'],
    }),
  )
  expect(await ask()).toEqual({ canceled: false, filePaths: ['/a'] })
  expect(await app.evaluate(() => (globalThis as unknown as Main).__surfaces.records.at(-1))).toEqual({
    surface: 'dialog',
    action: 'showOpenDialog',
    detail: { title: 'Where?' },
  })
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/stub'] })
  })
  expect(await ask()).toEqual({ canceled: false, filePaths: ['/stub'] })
})

test('accelerators of the menu fire from the keyboard unless the page has used the key', async () => {
  await app.evaluate(({ Menu }) => {
    const { seen } = globalThis as unknown as Main
    seen.length = 0
    const item = (label: string, accelerator: string, registerAccelerator = true) => ({
      label,
      accelerator,
      registerAccelerator,
      click: () => void seen.push(label),
    })
    const submenu = [
      item('New', 'CmdOrCtrl+N'),
      item('Shifted', 'CommandOrControl+Shift+P'),
      item('Shown only', 'CmdOrCtrl+B', false),
      item('Used', 'CmdOrCtrl+J'),
    ]
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu }, { role: 'editMenu' }]))
  })
  const heard = () => app.evaluate(() => (globalThis as unknown as Main).seen)
  await page.evaluate(() => addEventListener('keydown', (event) => event.key === 'j' && event.preventDefault()))
  for (const keys of ['Control+j', 'Control+b', 'Control+n', 'Control+Shift+P']) await page.keyboard.press(keys)
  await expect.poll(heard).toEqual(['New', 'Shifted'])
  await app.evaluate(() => (globalThis as unknown as Main).__surfaces.clickMenu('New'))
  expect(await heard()).toEqual(['New', 'Shifted', 'New'])
})

test('editing roles act on the focused window', async () => {
  await page.locator('textarea').fill('some words')
  await page.locator('textarea').focus()
  await app.evaluate(() => {
    const { window, __surfaces } = globalThis as unknown as Main
    window.show()
    __surfaces.clickMenu('Select All')
    __surfaces.clickMenu('Delete')
  })
  await expect.poll(() => page.locator('textarea').inputValue()).toBe('')
  await app.evaluate(() => (globalThis as unknown as Main).window.webContents.insertText('typed'))
  await expect.poll(() => page.locator('textarea').inputValue()).toBe('typed')
})

test('tray, shortcut, notification and clipboard are used through the hook', async () => {
  const result = await app.evaluate(
    async ({ clipboard, globalShortcut, Menu, nativeImage, Notification, shell, Tray }) => {
      const { __surfaces } = globalThis as unknown as Main
      const heard: string[] = []
      const tray = new Tray(nativeImage.createEmpty())
      tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Capture', click: () => void heard.push('tray') }]))
      __surfaces.clickTrayMenu('Capture')
      __surfaces.takeShortcut('Ctrl+Alt+T')
      heard.push(String(globalShortcut.register('Control+Alt+T', () => undefined)))
      heard.push(String(globalShortcut.register('CmdOrCtrl+Shift+Space', () => void heard.push('keys'))))
      __surfaces.pressShortcut('Ctrl+Shift+Space')
      const notification = new Notification({ title: 'Time to write' })
      notification.on('click', () => heard.push('notification'))
      notification.show()
      __surfaces.clickNotification('Time to write')
      await shell.openExternal('https://example.com/')
      await clipboard.writeText('copied')
      return [heard, await clipboard.readText(), __surfaces.records.at(-1)]
    },
  )
  expect(result).toEqual([
    ['tray', 'false', 'true', 'keys', 'notification'],
    'copied',
    { surface: 'shell', action: 'openExternal', detail: 'https://example.com/' },
  ])
})

test('a crashed page is reported and comes back by a reload', async () => {
  const crashed = app.evaluate(
    () =>
      new Promise((resolve) => {
        const { window } = globalThis as unknown as Main
        window.webContents.once('render-process-gone', (_event, { reason }) => {
          window.webContents.once('did-finish-load', () => resolve(reason))
          window.webContents.reload()
        })
        window.webContents.forcefullyCrashRenderer()
      }),
  )
  expect(await crashed).toBe('crashed')
  const inPage = (code: string) =>
    app.evaluate((_electron, text) => (globalThis as unknown as Main).window.webContents.executeJavaScript(text), code)
  expect(await inPage('document.title')).toBe('Fixture')
  // The page's new process shows the theme that was set in a test above.
  expect(await inPage('matchMedia("(prefers-color-scheme: dark)").matches')).toBe(false)
})

test('a title follows the document, and Playwright finds and closes a window', async () => {
  const opened = app.waitForEvent('window')
  await app.evaluate(async ({ BrowserWindow }) => {
    await new BrowserWindow({ width: 400, height: 300, show: false }).loadURL('app://fixture/other')
  })
  const second = await opened
  const handle = await app.browserWindow(second)
  await expect.poll(() => handle.evaluate((window) => window.getTitle())).toBe('Other')
  expect(await handle.evaluate((window) => [window.isVisible(), window.webContents.getURL()])).toEqual([
    false,
    'app://fixture/other',
  ])
  await second.close()
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})
