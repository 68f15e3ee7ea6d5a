/** The tray and the Dock's menu, drawn from their model. */
import { join } from 'node:path'
import { app, Menu, nativeImage, nativeTheme, Tray } from 'electron'
import type { TrayMenu } from '../services/app/trayMenu'
import { dockTemplate, menuTemplate, type RunAction } from './menuTemplate'

/** Beside the built main process; Electron finds the `@2x` of each by itself. */
const folder = join(__dirname, '../tray')

export interface TrayIcon {
  render(model: TrayMenu): void
  remove(): void
}

export function createTrayIcon(run: RunAction): TrayIcon {
  let tray: Tray | null = null
  let shown = ''
  let isAsking = false

  const repaint = () => tray?.setImage(image(isAsking))
  // The taskbar's own theme.
  nativeTheme.on('updated', repaint)

  return {
    render(model) {
      // A menu that is open would close with each new one.
      const next = JSON.stringify(model)
      if (next === shown) return
      shown = next
      isAsking = model.isAsking
      if (tray === null) {
        tray = new Tray(image(isAsking))
        // On macOS the same click opens the menu: shell/browser/ui/tray_icon_cocoa.mm
        if (process.platform !== 'darwin') tray.on('click', () => run({ kind: 'open', page: null }))
      } else repaint()
      tray.setToolTip(model.tip)
      tray.setContextMenu(Menu.buildFromTemplate(menuTemplate(model, run)))
      app.dock?.setMenu(Menu.buildFromTemplate(dockTemplate(model, run)))
    },
    remove() {
      nativeTheme.off('updated', repaint)
      tray?.destroy()
      tray = null
    },
  }
}

function image(isAsking: boolean) {
  const name = isAsking ? 'asking' : 'plain'
  return nativeImage.createFromPath(join(folder, `${name}${look()}.png`))
}

/** A template that macOS colours; on Windows the taskbar's own theme; elsewhere a mark that can be seen on any panel. */
function look(): string {
  if (process.platform === 'darwin') return 'Template'
  if (process.platform !== 'win32') return '-colour'
  return nativeTheme.shouldUseDarkColorsForSystemIntegratedUI ? '-dark' : '-light'
}
