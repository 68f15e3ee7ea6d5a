/** The tray's model as a menu of the system. */
import type { MenuItemConstructorOptions } from 'electron'
import type { AppAction } from '../services/app/appAction'
import type { TrayItem, TrayMenu } from '../services/app/trayMenu'

export type Act = (deed: AppAction) => void

export function menuTemplate({ groups }: Pick<TrayMenu, 'groups'>, act: Act): MenuItemConstructorOptions[] {
  return groups.flatMap((group, at) => [
    ...(at > 0 ? [{ type: 'separator' as const }] : []),
    ...group.map((item) => itemOf(item, act)),
  ])
}

/** The Dock has its own way to quit. */
export function dockTemplate({ groups }: Pick<TrayMenu, 'groups'>, act: Act): MenuItemConstructorOptions[] {
  const without = groups.map((group) => group.filter(({ deed }) => deed?.kind !== 'quit'))
  return menuTemplate({ groups: without.filter((group) => group.length > 0) }, act)
}

function itemOf({ label, deed, submenu }: TrayItem, act: Act): MenuItemConstructorOptions {
  return {
    // A single ampersand would mark a letter.
    label: label.replaceAll('&', '&&'),
    ...(submenu === undefined ? {} : { submenu: submenu.map((item) => itemOf(item, act)) }),
    ...(deed === null ? {} : { click: () => act(deed) }),
  }
}
