import type { BrowserWindow } from './browserWindow'
import type { WebContents } from './webContents'

/** The windows that are open and their contents, in order of creation. */
export const openWindows = new Set<BrowserWindow>()
export const openContents = new Set<WebContents>()
