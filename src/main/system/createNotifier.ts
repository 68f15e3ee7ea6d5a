/** Notifications of the system, shown only where a service is known to answer. */
import type { NotificationConstructorOptions } from 'electron'
import type { Notifier } from '../services/ports/notifier'
import { fittingActions } from './fittingActions'
import { type Showable, whetherShown } from './whetherShown'

/** The part of Electron's `Notification` that is needed. */
export interface SystemNotification extends Showable {
  on(event: 'click', listener: () => void): unknown
  on(event: 'close', closed: (details: { readonly reason?: string }) => void): unknown
  on(event: 'action', listener: (details: { readonly actionIndex: number }) => void): unknown
}

export interface NotifierNeeds {
  readonly platform: string
  /** Whether the system's service is there now. Asked first: Electron's own question may wait for one that hangs. */
  answers(): Promise<boolean>
  isSupported(): boolean
  make(options: NotificationConstructorOptions): SystemNotification
}

/** Some systems never say that a notification is gone. */
const maxKept = 20

export function createNotifier({ platform, answers, isSupported, make }: NotifierNeeds): Notifier & {
  /** One without a reference is collected, and its click with it. The oldest first. */
  readonly kept: ReadonlySet<SystemNotification>
} {
  const kept = new Set<SystemNotification>()

  function keep(notification: SystemNotification): void {
    kept.add(notification)
    for (const oldest of [...kept].slice(0, -maxKept)) kept.delete(oldest)
    notification.on('close', ({ reason }) => {
      // On Windows it only goes to the Action Center then, where it can still be clicked: https://github.com/electron/electron/pull/49913
      if (reason !== 'timedOut') kept.delete(notification)
    })
  }

  return {
    kept,
    async show({ title, body, actions, clicked }) {
      if (!(await answers()) || !isSupported()) return false
      const offered = fittingActions(actions, platform)
      const buttons = offered.map(({ label }) => ({ type: 'button' as const, text: label }))
      const notification = make({ title, body, actions: buttons })
      keep(notification)
      notification.on('click', clicked)
      notification.on('action', ({ actionIndex }) => offered[actionIndex]?.run())
      return whetherShown(notification)
    },
  }
}
