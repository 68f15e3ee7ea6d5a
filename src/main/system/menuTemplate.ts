/** The tray's model as a menu of the system. */
import type { MenuItemConstructorOptions } from 'electron'
import type { AppAction } from '../services/app/appAction'
import type { TrayItem, TrayMenu } from '../services/app/trayMenu'

export type RunAction = (action: AppAction) => void

export function menuTemplate({ groups }: Pick<TrayMenu, 'groups'>, run: RunAction): MenuItemConstructorOptions[] {
  return groups.flatMap((group, at) => [
    ...(at > 0 ? [{ type: 'separator' as const }] : []),
    ...group.map((item) => itemOf(item, run)),
  ])
}

/** The Dock has its own way to quit. */
export function dockTemplate({ groups }: Pick<TrayMenu, 'groups'>, run: RunAction): MenuItemConstructorOptions[] {
  const without = groups.map((group) => group.filter(({ action }) => action?.kind !== 'quit'))
  return menuTemplate({ groups: without.filter((group) => group.length > 0) }, run)
}

function itemOf({ label, action, submenu }: TrayItem, run: RunAction): MenuItemConstructorOptions {
  return {
    // A single ampersand would mark a letter.
    label: label.replaceAll('&', '&&'),
    ...(submenu === undefined ? {} : { submenu: submenu.map((item) => itemOf(item, run)) }),
    ...(action === null ? {} : { click: () => run(action) }),
  }
}
