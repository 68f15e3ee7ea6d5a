/** The journal's window over the life of the app: opened, brought forward, hidden where the app goes on without it, and gone. */
import type { BrowserWindow } from 'electron'
import { createMainWindow, type MainWindowNeeds } from './mainWindow'

export interface JournalWindow {
  /** Opens it if there is none; shows it when it was hidden. */
  open(): void
  /** Opens it in the taskbar alone: for a start that nobody looks at, where there is no tray to find the app by. */
  openMinimized(): void
  bringForward(): void
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
  }
}
