/** Events of the system for the running app's lifecycle. */
import { app, powerMonitor } from 'electron'
import type { Lifecycle } from '../services/app/lifecycle'

export interface SystemLocking {
  /** The person is gone: the journal is not to be seen from here on. */
  away(): void
  /** The machine sleeps once this has returned. */
  asleep(): void
}

export function onSystemEvents(life: Lifecycle, { away, asleep }: SystemLocking): void {
  app.on('activate', life.activated)
  app.on('before-quit', life.quitBegan)
  app.on('will-quit', (event) => {
    if (!life.mayEnd()) event.preventDefault()
  })
  // Without a listener it quits: also when only the field of quick capture broke down in an app that began without its window. The journal's own quits by
  // itself.
  app.on('window-all-closed', () => {})
  app.on('browser-window-focus', life.focused)
  powerMonitor.on('resume', life.resumed)
  powerMonitor.on('suspend', () => {
    life.suspended()
    asleep()
  })
  // On Linux the session bus says it: screenLock.ts
  powerMonitor.on('lock-screen', away)
  // After `session-end` Electron ends the process at once: https://github.com/electron/electron/pull/52604
  app.on('browser-window-created', (_, window) => window.on('query-session-end', life.sessionAsked))
  // The types leave out the event that the documentation names. On Windows the event comes to the windows instead.
  powerMonitor.on('shutdown', life.sessionEnded as () => void)
}
