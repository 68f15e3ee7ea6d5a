import type {
  BaseWindow,
  Menu as ElectronMenu,
  MenuItem as ElectronMenuItem,
  KeyboardEvent,
  MenuItemConstructorOptions,
} from 'electron'
import type { Faithful } from './faithful'
import { focusedWindowDouble } from './focused'
import { roleOf } from './menuRoles'
import { record } from './records'
import { StrictEmitter } from './strict'

type Item = MenuItemConstructorOptions | ElectronMenuItem

let applicationMenu: Menu | null = null
let commandIds = 0

/** Electron's `MenuItem`. */
export class MenuItem {
  readonly id: string
  readonly commandId = ++commandIds
  readonly type: ElectronMenuItem['type']
  readonly role: ElectronMenuItem['role']
  readonly accelerator: ElectronMenuItem['accelerator']
  readonly registerAccelerator: boolean
  readonly submenu: ElectronMenu | undefined
  label: string
  sublabel: string
  toolTip: string
  enabled: boolean
  visible: boolean
  checked: boolean
  click: () => void

  constructor(options: MenuItemConstructorOptions) {
    const role = options.role ? roleOf(options.role) : undefined
    this.id = options.id ?? ''
    this.role = options.role as ElectronMenuItem['role']
    const accelerator = options.accelerator ?? role?.accelerator
    this.accelerator = accelerator as ElectronMenuItem['accelerator']
    this.registerAccelerator = options.registerAccelerator ?? role?.registerAccelerator ?? true
    this.submenu = toSubmenu(options.submenu ?? role?.submenu)
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal')
    this.label = options.label ?? role?.label ?? ''
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.click = () => this.#activate(options, role?.run)
  }

  #activate(options: MenuItemConstructorOptions, run: (() => void) | undefined): void {
    if (!this.enabled) return
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type === 'radio') this.checked = true
    // Electron's type names the double's class by its own.
    const window = focusedWindowDouble() as unknown as BaseWindow | undefined
    const event: KeyboardEvent = { triggeredByAccelerator: false }
    if (options.click) options.click(this as unknown as ElectronMenuItem, window, event)
    else run?.()
  }
}

/** Electron's `Menu`. */
export class Menu extends StrictEmitter {
  readonly items: ElectronMenuItem[] = []

  constructor() {
    super(['menu-will-show', 'menu-will-close'])
  }

  static buildFromTemplate(template: Item[]): ElectronMenu {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const menu = new Menu()
    for (const item of template)
      menu.append(
        item instanceof MenuItem ? (item as unknown as ElectronMenuItem) : build(item as MenuItemConstructorOptions),
      )
    return asMenu(menu)
  }

  static setApplicationMenu(menu: ElectronMenu | null): void {
    applicationMenu = menu as unknown as Menu | null
  }

  static getApplicationMenu(): ElectronMenu | null {
    return applicationMenu && asMenu(applicationMenu)
  }

  append(menuItem: ElectronMenuItem): void {
    this.items.push(menuItem)
  }

  insert(pos: number, menuItem: ElectronMenuItem): void {
    this.items.splice(pos, 0, menuItem)
  }

  getMenuItemById(id: string): ElectronMenuItem | null {
    return flatten(this.items).find((item) => item.id === id) ?? null
  }

  popup(): void {
    record(
      'menu',
      'popup',
      this.items.map((item) => item.label),
    )
    lastPopup = this
    this.emit('menu-will-show')
  }

  closePopup(): void {
    this.emit('menu-will-close')
  }
}

let lastPopup: Menu | null = null

/** The context menu that was shown last, for the hook to click in. */
export function popupMenu(): ElectronMenu | null {
  return lastPopup && asMenu(lastPopup)
}

export function flatten(items: readonly ElectronMenuItem[]): ElectronMenuItem[] {
  return items.flatMap((item) => [item, ...flatten(item.submenu?.items ?? [])])
}

/** What Electron refuses in a template is refused here with the same words. */
function build(options: MenuItemConstructorOptions): ElectronMenuItem {
  if (!options.role && !options.label && options.type !== 'separator' && !options.submenu) {
    throw new TypeError('Invalid submenu: MenuItem needs a label, a role or a type')
  }
  return new MenuItem(options) as unknown as ElectronMenuItem
}

function toSubmenu(submenu: MenuItemConstructorOptions['submenu']): ElectronMenu | undefined {
  return Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : submenu
}

/** The double is a part of Electron's class; `Faithful` below holds that the part is right. */
function asMenu(menu: Menu): ElectronMenu {
  return menu as unknown as ElectronMenu
}

true satisfies Faithful<Menu, ElectronMenu>
true satisfies Faithful<typeof Menu, typeof ElectronMenu>
