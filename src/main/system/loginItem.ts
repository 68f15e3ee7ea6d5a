/** Start at login, as each platform has it. */
import { join } from 'node:path'
import { app } from 'electron'
import type { LoginItem } from '../services/ports/loginItem'
import { createAutostartFile } from './autostartFile'
import { isOnAtLogin, loginItemOf } from './startAtLogin'

/** `options` are the switches with which the app is to start then. */
export function createLoginItem(options: readonly string[]): LoginItem {
  if (process.platform === 'linux') {
    // An AppImage is mounted anew with each start: its own file is what stays.
    const program = process.env.APPIMAGE ?? process.execPath
    const command = app.isPackaged ? [program] : [program, app.getAppPath()]
    return createAutostartFile(join(app.getPath('appData'), 'autostart', 'throughline.desktop'), [
      ...command,
      ...options,
    ])
  }
  const item = loginItemOf(process.platform, process.execPath, options)
  return {
    read: async () => isOnAtLogin(process.platform, app.getLoginItemSettings(item)),
    set: async (openAtLogin) => app.setLoginItemSettings({ ...item, openAtLogin }),
  }
}
