/** The small window in which a thought is caught. Made hidden once the journal's own is shown, then kept, so that it is there at once. */
import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { messages } from '#shared/messages/messages'
import { captureAddress } from './pageOrigin'
import { surfaces } from './surfaces'
import { webPreferences } from './webPreferences'

/** Milliseconds after the start: the journal's own window comes first. */
const prepareAfter = 3_000

export interface CaptureWindow {
  /** Makes it, hidden, when the start is over. */
  prepareSoon(): void
  open(): void
  hide(): void
  /** For good: the app ends, or its last other window went. What was being written is kept. */
  close(): void
}

export function createCaptureWindow(): CaptureWindow {
  let window: BrowserWindow | null = null
  /** Painted, so that showing it shows no empty window. */
  let isReady = false
  let isAsked = false
  let timer: NodeJS.Timeout | null = null

  function make(): BrowserWindow {
    const created = new BrowserWindow({
      width: 560,
      height: 220,
      show: false,
      frame: false,
      resizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      // One that does not bring the app forward: the program before keeps its place, and has the keyboard again when this hides.
      ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
      title: messages.capturing.window,
      backgroundColor: surfaces.float[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
      webPreferences: webPreferences(join(__dirname, '../preload/index.cjs'), process.platform),
    })
    window = created
    created.once('ready-to-show', () => {
      isReady = true
      if (isAsked) show(created)
    })
    created.on('closed', () => {
      window = null
      isReady = false
      isAsked = false
    })
    // A page that is gone takes its window along; the next one begins with what it kept.
    created.webContents.on('render-process-gone', () => created.destroy())
    void created.loadURL(captureAddress)
    return created
  }

  function show(made: BrowserWindow): void {
    made.show()
    made.focus()
  }

  function stopWaiting(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  return {
    prepareSoon() {
      stopWaiting()
      timer = setTimeout(() => window ?? make(), prepareAfter)
    },
    open() {
      stopWaiting()
      isAsked = true
      const made = window ?? make()
      if (isReady) show(made)
    },
    hide() {
      isAsked = false
      window?.hide()
    },
    close() {
      stopWaiting()
      window?.destroy()
    },
  }
}
