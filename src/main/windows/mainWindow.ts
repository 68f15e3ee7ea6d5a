/** The one window of the journal. Created hidden, shown when its first page is painted, closed once its words are saved. */
import { join } from 'node:path'
import { BrowserWindow, dialog, Menu, nativeTheme, screen } from 'electron'
import type { Settings } from '#shared/domain/settings/settings'
import { messages } from '#shared/messages/messages'
import { hideWindow } from './hideWindow'
import { pageAddress } from './pageOrigin'
import { surfaces } from './surfaces'
import { webPreferences } from './webPreferences'
import { visiblePlace, type WindowPlace } from './windowPlace'

export interface MainWindowNeeds {
  readonly place: WindowPlace | null
  readonly theme: Settings['theme']
  keepPlace(place: WindowPlace): void
  /** Asks the page to save; resolves with how many entries could not be saved, within a bounded time. */
  flush(): Promise<number>
  /** The document in the window is gone, and what it held with it. */
  pageEnded(): void
  /** The person chose to stay with words that are not saved. */
  stayed(): void
  /** Whether the window only hides, because the app goes on without it. Asked once its words are saved. */
  hides(window: BrowserWindow): Promise<boolean>
  closed(): void
  /** Its page has begun to load its scripts. */
  pageLoads(): void
}

/** Crashes within a minute after which the page is not loaded again unasked. */
const maxCrashes = 3

export function createMainWindow(needs: MainWindowNeeds, how: 'shown' | 'minimized' = 'shown'): BrowserWindow {
  const { place, theme, keepPlace, flush, pageEnded, stayed, hides, closed, pageLoads } = needs
  nativeTheme.themeSource = theme
  const others = screen.getAllDisplays().map((display) => display.workArea)
  const shown = visiblePlace(place, [screen.getPrimaryDisplay().workArea, ...others])
  const window = new BrowserWindow({
    ...shown.bounds,
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: messages.appName,
    backgroundColor: surfaces.paper[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: webPreferences(join(__dirname, '../preload/index.cjs'), process.platform),
  })
  window.once('ready-to-show', () => {
    if (how === 'minimized') {
      window.minimize()
      if (shown.maximized) window.once('restore', () => window.maximize())
      return
    }
    // It shows a hidden window: before now, one without a page.
    if (shown.maximized) window.maximize()
    window.show()
  })

  const keep = () => {
    if (window.isMinimized() || window.isFullScreen()) return
    keepPlace({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  for (const changed of ['resize', 'move', 'maximize', 'unmaximize'] as const) {
    // The overloads of `on` take one literal each.
    window.on(changed as 'resize', keep)
  }

  let mayClose = false
  let asking = false
  window.on('close', (event) => {
    if (mayClose) return
    event.preventDefault()
    if (asking) return
    asking = true
    void flush().then(async (unsaved) => {
      const mayGo = unsaved === 0 || (await leaveUnsaved(window))
      const onlyHides = mayGo && (await hides(window))
      asking = false
      // Quitting closes it for good, also when that began while the person was asked.
      mayClose = mayGo && !onlyHides
      if (mayClose) window.close()
      else if (onlyHides) hideWindow(window, process.platform)
      else stayed()
    })
  })
  window.on('closed', () => {
    pageEnded()
    closed()
  })
  window.webContents.on('did-navigate', () => {
    pageEnded()
    pageLoads()
  })
  const crashes: number[] = []
  window.webContents.on('render-process-gone', (_, details) => {
    pageEnded()
    if (details.reason === 'clean-exit') return
    crashes.push(Date.now())
    const [first] = crashes.slice(-maxCrashes)
    const again = crashes.length >= maxCrashes && first !== undefined && Date.now() - first < 60_000
    if (again) void afterCrashes(window)
    else window.webContents.reload()
  })
  window.webContents.on('context-menu', (_, { isEditable, selectionText }) => {
    const copy = [{ role: 'copy' as const, enabled: selectionText !== '' }]
    const edit = [{ role: 'cut' as const }, ...copy, { role: 'paste' as const }, { role: 'selectAll' as const }]
    if (isEditable || selectionText) Menu.buildFromTemplate(isEditable ? edit : copy).popup({ window })
  })
  void window.loadURL(pageAddress)
  return window
}

/** What makes a page crash at once would make it crash for ever. */
async function afterCrashes(window: BrowserWindow): Promise<void> {
  const { question, detail, again, close } = messages.crashed
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: question,
    detail,
    buttons: [close, again],
    defaultId: 1,
    cancelId: 0,
  })
  if (response === 1) window.webContents.reload()
  else window.destroy()
}

async function leaveUnsaved(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: messages.unsaved.question,
    detail: messages.unsaved.detail,
    buttons: [messages.unsaved.stay, messages.unsaved.leave],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
