import type { WebContents as ElectronWebContents } from 'electron'
import type { BrowserWindow } from './browserWindow'
import { openWindows } from './windowRegistry'

/** The window that a menu's roles act on. */
export function focusedWindowDouble(): BrowserWindow | undefined {
  return [...openWindows].find((window) => window.isFocused())
}

export function focusedContents(): ElectronWebContents | undefined {
  return focusedWindowDouble()?.webContents
}
