import type { MenuItemConstructorOptions } from 'electron'
import { focusedContents, focusedWindowDouble } from './focused'
import { quit } from './shutdown'

interface Role {
  readonly label: string
  readonly accelerator?: string
  /** False where Chromium itself acts on the key. */
  readonly registerAccelerator?: boolean
  readonly run?: () => void
  readonly submenu?: MenuItemConstructorOptions[]
}

const editing = (label: string, accelerator: string | undefined, run: () => void): Role => ({
  label,
  ...(accelerator && { accelerator }),
  registerAccelerator: false,
  run,
})

const zoomBy = (step: number) => () => {
  const contents = focusedContents()
  contents?.setZoomLevel(contents.getZoomLevel() + step)
}

const roles: Record<string, Role> = {
  undo: editing('Undo', 'CommandOrControl+Z', () => focusedContents()?.undo()),
  redo: editing('Redo', 'Shift+CommandOrControl+Z', () => focusedContents()?.redo()),
  cut: editing('Cut', 'CommandOrControl+X', () => focusedContents()?.cut()),
  copy: editing('Copy', 'CommandOrControl+C', () => focusedContents()?.copy()),
  paste: editing('Paste', 'CommandOrControl+V', () => focusedContents()?.paste()),
  pasteandmatchstyle: editing('Paste and Match Style', 'Shift+CommandOrControl+V', () =>
    focusedContents()?.pasteAndMatchStyle(),
  ),
  delete: editing('Delete', undefined, () => focusedContents()?.delete()),
  selectall: editing('Select All', 'CommandOrControl+A', () => focusedContents()?.selectAll()),
  quit: { label: 'Quit', accelerator: 'CommandOrControl+Q', run: quit },
  close: { label: 'Close Window', accelerator: 'CommandOrControl+W', run: () => focusedWindowDouble()?.close() },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', run: () => focusedWindowDouble()?.minimize() },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', run: () => focusedContents()?.reload() },
  forcereload: { label: 'Force Reload', accelerator: 'Shift+CmdOrCtrl+R', run: () => focusedContents()?.reload() },
  toggledevtools: { label: 'Toggle Developer Tools', accelerator: 'Ctrl+Shift+I', run: () => undefined },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: 'F11',
    run: () => {
      const window = focusedWindowDouble()
      window?.setFullScreen(!window.isFullScreen())
    },
  },
  resetzoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0', run: () => focusedContents()?.setZoomLevel(0) },
  zoomin: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus', run: zoomBy(0.5) },
  zoomout: { label: 'Zoom Out', accelerator: 'CommandOrControl+-', run: zoomBy(-0.5) },
  about: { label: 'About' },
  editmenu: {
    label: 'Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'delete' },
      { type: 'separator' },
      { role: 'selectAll' },
    ],
  },
  viewmenu: {
    label: 'View',
    submenu: [
      { role: 'reload' },
      { role: 'forceReload' },
      { role: 'toggleDevTools' },
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  },
  windowmenu: { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'close' }] },
  filemenu: { label: 'File', submenu: [{ role: 'quit' }] },
  help: { label: 'Help', submenu: [] },
  // The app's own menu of macOS; the system does what these say.
  appmenu: { label: 'Throughline' },
  services: { label: 'Services', submenu: [] },
  hide: { label: 'Hide' },
  hideothers: { label: 'Hide Others' },
  unhide: { label: 'Show All' },
  window: { label: 'Window' },
}

/** What a menu item gets from its role. https://www.electronjs.org/docs/latest/api/menu-item#roles */
export function roleOf(name: string): Role {
  const role = roles[name.toLowerCase()]
  if (!role) throw new Error(`not in the stand-in: menu role '${name}'`)
  return role
}
