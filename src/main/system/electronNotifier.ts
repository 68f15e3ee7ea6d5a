/** Notifications through Electron, shown only where a service is known to answer. */
import { Notification } from 'electron'
import type { Notifier } from '../services/ports/notifier'

/** `answers`: whether the system's service is there now. */
export function createElectronNotifier(answers: () => Promise<boolean>): Notifier {
  /** One that nobody refers to is collected, and its click with it. */
  const onScreen = new Set<Notification>()
  return {
    async show({ title, body, actions, clicked }) {
      if (!Notification.isSupported() || !(await answers())) return false
      const notification = new Notification({
        title,
        body,
        actions: actions.map(({ label }) => ({ type: 'button', text: label })),
      })
      onScreen.add(notification)
      notification.on('click', clicked)
      notification.on('action', ({ actionIndex }) => actions[actionIndex]?.run())
      notification.on('close', () => onScreen.delete(notification))
      notification.show()
      return true
    },
  }
}
