/** Notifications through Electron. */
import { Notification } from 'electron'
import type { Notifier } from '../services/ports/notifier'
import { createNotifier } from './createNotifier'

export function createElectronNotifier(answers: () => Promise<boolean>): Notifier {
  return createNotifier({
    platform: process.platform,
    answers,
    isSupported: () => Notification.isSupported(),
    make: (options) => new Notification(options),
  })
}
