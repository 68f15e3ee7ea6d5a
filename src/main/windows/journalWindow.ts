/** The journal's window over the life of the app: opened, brought forward, hidden where the app goes on without it, and gone. */
import type { BrowserWindow } from 'electron'
import { withTimeout } from '../async/withTimeout'
import { createMainWindow, type MainWindowNeeds } from './mainWindow'

/** Milliseconds that a page may take to go. */
const timeoutMs = 5_000

export interface JournalWindow {
  /** Opens it if there is none; shows it when it was hidden. */
  open(): void
  /** Opens it in the taskbar alone: for a start in the background, where there is no tray to find the app by. */
  openMinimized(): void
  bringForward(): void
  /** Its page begins anew; resolves once the one before is gone. */
  beginAnew(): Promise<void>
}

/** `needs` are asked for with each opening. */
export function createJournalWindow(needs: () => MainWindowNeeds): JournalWindow {
  let window: BrowserWindow | null = null

  function made(how: 'shown' | 'minimized'): BrowserWindow {
    const given = needs()
    const created = createMainWindow(
      {
        ...given,
        closed() {
          window = null
          given.closed()
        },
      },
      how,
    )
    window = created
    return created
  }

  return {
    open() {
      if (window === null) made('shown')
      else if (!window.isVisible()) window.show()
    },
    openMinimized() {
      if (window === null) made('minimized')
    },
    bringForward() {
      if (window === null) made('shown')
      if (window?.isMinimized()) window.restore()
      window?.show()
      window?.focus()
    },
    async beginAnew() {
      if (window === null) return
      const { webContents } = window
      const gone = new Promise<void>((resolve) => webContents.once('did-navigate', () => resolve()))
      webContents.reload()
      await withTimeout(gone, timeoutMs)
    },
  }
}
