import type { Notification as ElectronNotification, NotificationConstructorOptions } from 'electron'
import type { Faithful } from './faithful'
import { preventable } from './preventable'
import { readiness } from './readiness'
import { record } from './records'
import { StrictEmitter } from './strict'

const shown: Notification[] = []

/** Electron's `Notification`: recorded; a spec clicks or closes it through the hook. */
export class Notification extends StrictEmitter {
  readonly #options: NotificationConstructorOptions

  constructor(options: NotificationConstructorOptions = {}) {
    super(['show', 'click', 'close', 'reply', 'action', 'failed'])
    if (!readiness.isReady) throw new Error('Cannot create Notification before app is ready')
    this.#options = options
  }

  static isSupported(): boolean {
    return true
  }

  get title(): string {
    return this.#options.title ?? ''
  }

  get body(): string {
    return this.#options.body ?? ''
  }

  get silent(): boolean {
    return this.#options.silent ?? false
  }

  show(): void {
    record('notification', 'show', { title: this.title, body: this.body })
    if (!shown.includes(this)) shown.push(this)
    setImmediate(() => this.emit('show', preventable({})))
  }

  close(): void {
    const at = shown.indexOf(this)
    if (at === -1) return
    shown.splice(at, 1)
    record('notification', 'close', { title: this.title })
    this.emit('close', preventable({}))
  }
}

/** For the hook: as Windows puts a toast into its Action Center after some seconds, where it can still be clicked. */
export function timeOut(notification: Notification): void {
  notification.emit('close', preventable({ reason: 'timedOut' }))
}

/** For the hook: the notifications on the screen, oldest first. */
export function shownNotifications(): readonly Notification[] {
  return shown
}

true satisfies Faithful<Notification, ElectronNotification>
true satisfies Faithful<typeof Notification, typeof ElectronNotification>
