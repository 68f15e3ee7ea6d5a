/** Sends an event to every open page of the app. */
import { BrowserWindow } from 'electron'
import type { EventName } from '#shared/contract/channels'

/** `event` is what the contract says of that name. */
export function broadcast(name: EventName, event: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(name, event)
  }
}
