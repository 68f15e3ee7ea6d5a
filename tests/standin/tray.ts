import type { Menu as ElectronMenu, Tray as ElectronTray, NativeImage, Rectangle } from 'electron'
import type { Faithful } from './faithful'
import { record } from './records'
import { StrictEmitter } from './strict'

const trays = new Set<Tray>()

/** Electron's `Tray`: recorded; a spec clicks it through the hook. */
export class Tray extends StrictEmitter {
  #menu: ElectronMenu | null = null
  #title = ''
  #destroyed = false

  constructor(image: NativeImage | string, _guid?: string) {
    super([
      'click',
      'right-click',
      'double-click',
      'middle-click',
      'mouse-up',
      'mouse-down',
      'mouse-enter',
      'mouse-leave',
      'mouse-move',
      'drop',
      'drop-files',
      'drop-text',
      'drag-enter',
      'drag-leave',
      'drag-end',
    ])
    trays.add(this)
    record('tray', 'create', typeof image === 'string' ? image : image.getSize())
  }

  setContextMenu(menu: ElectronMenu | null): void {
    this.#menu = menu
    contextMenus.set(this, menu)
    record('tray', 'setContextMenu', menu?.items.map((item) => item.label) ?? null)
  }

  setToolTip(toolTip: string): void {
    record('tray', 'setToolTip', toolTip)
  }

  setImage(image: NativeImage | string): void {
    record('tray', 'setImage', typeof image === 'string' ? image : image.getSize())
  }

  setTitle(title: string): void {
    this.#title = title
  }

  getTitle(): string {
    return this.#title
  }

  popUpContextMenu(menu?: ElectronMenu): void {
    record('tray', 'popUpContextMenu', (menu ?? this.#menu)?.items.map((item) => item.label) ?? null)
  }

  getBounds(): Rectangle {
    return { x: 0, y: 0, width: 24, height: 24 }
  }

  destroy(): void {
    this.#destroyed = true
    trays.delete(this)
    record('tray', 'destroy')
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }
}

const contextMenus = new WeakMap<Tray, ElectronMenu | null>()

/** For the hook: the tray that is there, and its menu. */
export function currentTray() {
  const tray = [...trays].at(-1)
  if (!tray) throw new Error('the app has no tray')
  return { tray, menu: contextMenus.get(tray) ?? null }
}

true satisfies Faithful<Tray, ElectronTray>
