/** Sends an event to every open page of the app. */
import { BrowserWindow } from 'electron'
import type { EventName } from '#shared/contract/channels'
import type { Event } from '#shared/contract/events'

export function broadcast<K extends EventName>(name: K, event: Event<K>): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(name, event)
  }
}
