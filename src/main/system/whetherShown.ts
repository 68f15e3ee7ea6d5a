/** Shows a notification and says whether the system took it. */

/** The part of Electron's `Notification` that says so. */
export interface Showable {
  once(event: 'show', listener: () => void): unknown
  once(event: 'failed', listener: () => void): unknown
  show(): void
}

/** Milliseconds; a system that says neither is believed. */
const timeoutMs = 3_000

export function whetherShown(notification: Showable, wait = timeoutMs): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), wait)
    const say = (isShown: boolean) => () => {
      clearTimeout(timer)
      resolve(isShown)
    }
    notification.once('show', say(true))
    notification.once('failed', say(false))
    notification.show()
  })
}
