import type * as Electron from 'electron'
import { app } from './app'
import { BrowserWindow } from './browserWindow'
import { ClipboardItem, clipboard } from './clipboard'
import { dialog } from './dialog'
import { globalShortcut } from './globalShortcut'
import { ipcMain } from './ipcMain'
import { Menu, MenuItem } from './menu'
import { nativeImage } from './nativeImage'
import { nativeTheme } from './nativeTheme'
import { net } from './net'
import { Notification } from './notification'
import { powerMonitor } from './powerMonitor'
import { protocol } from './protocol'
import { safeStorage } from './safeStorage'
import { screen } from './screen'
import { session } from './session'
import { shell } from './shell'
import { strict } from './strict'
import { Tray } from './tray'
import { webContents } from './webContents'

const parts = {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage: strict('nativeImage', nativeImage),
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  webContents: strict('webContents', webContents),
} satisfies Partial<Record<keyof typeof Electron, unknown>>

/** What `require('electron')` and `import … from 'electron'` give to the app. */
export const electronModule = strict('electron', parts)
