/** The small window in which a thought is caught. Made when it is first asked for, then kept and only hidden, so that it is there at once. */
import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { messages } from '#shared/messages/messages'
import { captureAddress } from './pageOrigin'
import { webPreferences } from './webPreferences'

export interface CaptureWindow {
  open(): void
  hide(): void
  /** For good: the app ends, or its last other window went. What was being written is kept. */
  close(): void
}

export function createCaptureWindow(): CaptureWindow {
  let window: BrowserWindow | null = null

  function made(): BrowserWindow {
    const created = new BrowserWindow({
      width: 560,
      height: 220,
      show: false,
      frame: false,
      resizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      title: messages.capturing.window,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#2c2824' : '#fffefb',
      webPreferences: webPreferences(join(__dirname, '../preload/index.cjs'), process.platform),
    })
    created.once('ready-to-show', () => created.show())
    created.on('closed', () => {
      window = null
    })
    // A page that is gone takes its window along; the next one begins with what it kept.
    created.webContents.on('render-process-gone', () => created.destroy())
    void created.loadURL(captureAddress)
    return created
  }

  return {
    open() {
      if (window === null) {
        window = made()
        return
      }
      window.show()
      window.focus()
      window.webContents.send('captureAsked', null)
    },
    hide: () => window?.hide(),
    close: () => window?.destroy(),
  }
}
