/** Whether the app is there when its window is not: after closing, and from the login on. */

import type { BackgroundChange, BackgroundState } from '#shared/contract/background'
import { messages } from '#shared/messages/messages'
import type { Desktop } from '../ports/desktop'
import type { LoginItem } from '../ports/loginItem'

const words = messages.background

export interface BackgroundNeeds {
  readonly loginItem: LoginItem
  readonly desktop: Pick<Desktop, 'confirm'>
  /** Where the icon is, in words. */
  readonly place: string
  /** Whether the tray's icon is proven to be shown. */
  isTrayShown(): Promise<boolean>
  /** What the person chose on this device; undefined for the usual. */
  choices(): { readonly keepsRunning: boolean | undefined; readonly wasExplained: boolean }
  store(change: { readonly keepsRunning?: boolean; readonly wasExplained?: boolean }): Promise<void>
}

export interface Background {
  read(): Promise<BackgroundState>
  change(change: BackgroundChange): Promise<BackgroundState>
  /** Whether the app can be found again without its window. */
  isReachable(): Promise<boolean>
  /** Whether closing the window keeps the app running; says so once, and then asks. An answer that does not matter any more chooses nothing. */
  staysAfterClosing(matters?: () => boolean): Promise<boolean>
}

export function createBackground({
  loginItem,
  desktop,
  place,
  isTrayShown,
  choices,
  store,
}: BackgroundNeeds): Background {
  const isReachable = async () => choices().keepsRunning ?? (await isTrayShown())

  async function read(): Promise<BackgroundState> {
    const [startsAtLogin, trayIsShown] = await Promise.all([loginItem.read(), isTrayShown()])
    return { startsAtLogin, trayIsShown, keepsRunning: choices().keepsRunning ?? trayIsShown }
  }

  return {
    read,
    async change(change) {
      if ('startsAtLogin' in change) await loginItem.set(change.startsAtLogin)
      // A person who chose it needs no explanation.
      else await store({ ...change, wasExplained: true })
      return read()
    },
    isReachable,
    async staysAfterClosing(matters = () => true) {
      if (!(await isReachable()) || !matters()) return false
      if (choices().wasExplained) return true
      const stays = await desktop.confirm({ ...words.closing, detail: words.closing.detail(place) })
      if (!matters()) return false
      // What can't be kept is asked again the next time; nothing is lost by it.
      await store(stays ? { wasExplained: true } : { keepsRunning: false, wasExplained: true }).catch(() => undefined)
      return stays
    },
  }
}
