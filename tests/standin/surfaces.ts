import type { MenuItem } from 'electron'
import { colorScheme } from './colorScheme'
import { answerNextDialog } from './dialog'
import { pressShortcut, takeShortcut } from './globalShortcut'
import { flatten, Menu, popupMenu } from './menu'
import { shownNotifications, timeOut } from './notification'
import { preventable } from './preventable'
import { records } from './records'
import { giveKeyring } from './safeStorage'
import { endSession } from './shutdown'
import type { Surfaces } from './surfacesHook'
import { currentTray } from './tray'

const surfaces = {
  records,
  answerNextDialog,
  setSystemDark: (systemIsDark) => colorScheme.change({ systemIsDark }),
  clickMenu: (label) => click(Menu.getApplicationMenu()?.items, label),
  clickContextMenu: (label) => click(popupMenu()?.items, label),
  clickTrayMenu: (label) => click(currentTray().menu?.items, label),
  clickTray() {
    const { tray, menu } = currentTray()
    // One click does both there.
    if (process.platform === 'darwin' && menu) tray.popUpContextMenu()
    tray.emit('click', preventable({}))
  },
  pressShortcut,
  takeShortcut,
  giveKeyring,
  endSession,
  clickNotification: (title) => {
    const notification = shownNotification(title)
    notification.emit('click', preventable({}))
    notification.close()
  },
  timeOutNotification: (title) => timeOut(shownNotification(title)),
} satisfies Surfaces

/** Puts the hook where specs find it. */
export function offerSurfaces(): void {
  Object.defineProperty(globalThis, '__surfaces', { value: surfaces })
}

function shownNotification(title: string | undefined) {
  const notification = shownNotifications().findLast((candidate) => title === undefined || candidate.title === title)
  if (!notification) throw new Error('no such notification is shown')
  return notification
}

function click(items: readonly MenuItem[] | undefined, label: string): void {
  const item = flatten(items ?? []).find((candidate) => candidate.label.replaceAll('&', '') === label)
  if (!item) throw new Error(`no menu item is called "${label}"`)
  item.click()
}
