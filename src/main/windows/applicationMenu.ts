/** The application menu: the platform's standard roles, and the app's commands, which the page carries out. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type Command, type CommandId, commands } from '#shared/contract/commands'
import { messages } from '#shared/messages/messages'

type Items = MenuItemConstructorOptions[]

export interface ApplicationMenuNeeds {
  choose(command: CommandId): void
  readonly platform: NodeJS.Platform
  /** Null where nothing says where new versions are. */
  readonly lookForNewVersion: (() => void) | null
}

/** `keysOf`: the keys that commands have now. */
export function setApplicationMenu(
  { choose, platform, lookForNewVersion }: ApplicationMenuNeeds,
  keysOf: ReadonlyMap<CommandId, string>,
): void {
  const isMac = platform === 'darwin'
  const item = ({ id }: Command): MenuItemConstructorOptions => {
    const keys = keysOf.get(id)
    return {
      id,
      label: messages.commands[id],
      click: () => choose(id),
      // The page handles its own keys, where it knows what they mean at the caret; here they are only shown.
      ...(keys !== undefined && isShowable(keys) ? { accelerator: keys, registerAccelerator: false } : {}),
    }
  }
  const itemsOf = (menu: Command['menu']) =>
    grouped(commands.filter((one: Command) => one.menu === menu && !(isMac && one.appMenu))).map((group) =>
      group.map(item),
    )
  const ofApp = commands
    .filter((one: Command) => one.appMenu)
    .sort((a: Command, b: Command) => (a.appMenu ?? 0) - (b.appMenu ?? 0))
  const appMenu: Items = [
    {
      role: 'appMenu',
      submenu: separated([
        ...ofApp.map((one) => [item(one)]),
        [{ role: 'services' }],
        [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }],
        [{ role: 'quit' }],
      ]),
    },
  ]
  const newVersion: Items =
    lookForNewVersion === null ? [] : [{ label: messages.menu.newVersion, click: lookForNewVersion }]
  const [keys = [], ...about] = itemsOf('help')
  const template: Items = [
    ...(isMac ? appMenu : []),
    { label: messages.menu.file, submenu: separated([...itemsOf('file'), [{ role: isMac ? 'close' : 'quit' }]]) },
    { role: 'editMenu' },
    {
      label: messages.menu.view,
      submenu: separated([
        ...itemsOf('view'),
        [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }],
        [{ role: 'togglefullscreen' }],
      ]),
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [...keys, ...newVersion, ...about.flat()] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** Electron has no form for letters beyond ASCII, and throws: https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts#accelerators */
function isShowable(keys: string): boolean {
  return /^[!-~]+$/.test(keys)
}

/** In the order of the groups, and of the commands within one. */
function grouped(those: readonly Command[]): readonly (readonly Command[])[] {
  const groups = new Map<number, Command[]>()
  for (const one of those) groups.set(one.group, [...(groups.get(one.group) ?? []), one])
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group)
}

function separated(groups: readonly Items[]): Items {
  return groups.flatMap((group, at) => (at === 0 ? group : [{ type: 'separator' as const }, ...group]))
}
