import type { MenuItem } from 'electron'
import { colorScheme } from './colorScheme'
import { answerNextDialog } from './dialog'
import { pressShortcut, takeShortcut } from './globalShortcut'
import { flatten, Menu, popupMenu } from './menu'
import { shownNotifications } from './notification'
import { preventable } from './preventable'
import { records } from './records'
import { giveKeyring } from './safeStorage'
import type { Surfaces } from './surfacesHook'
import { currentTray } from './tray'

const surfaces = {
  records,
  answerNextDialog,
  setSystemDark: (systemIsDark) => colorScheme.change({ systemIsDark }),
  clickMenu: (label) => click(Menu.getApplicationMenu()?.items, label),
  clickContextMenu: (label) => click(popupMenu()?.items, label),
  clickTrayMenu: (label) => click(currentTray().menu?.items, label),
  clickTray: () => void currentTray().tray.emit('click', preventable({})),
  pressShortcut,
  takeShortcut,
  giveKeyring,
  clickNotification: (title) => {
    const notification = shownNotifications().findLast((candidate) => title === undefined || candidate.title === title)
    if (!notification) throw new Error('no such notification is shown')
    notification.emit('click', preventable({}))
    notification.close()
  },
} satisfies Surfaces

/** Puts the hook where specs find it. */
export function offerSurfaces(): void {
  Object.defineProperty(globalThis, '__surfaces', { value: surfaces })
}

function click(items: readonly MenuItem[] | undefined, label: string): void {
  const item = flatten(items ?? []).find((candidate) => candidate.label.replaceAll('&', '') === label)
  if (!item) throw new Error(`no menu item is called "${label}"`)
  item.click()
}
