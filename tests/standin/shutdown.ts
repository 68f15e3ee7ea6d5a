import { spawn } from 'node:child_process'
import { app } from './app'
import { expectBrowserEnd } from './browser'
import { launch } from './launch'
import { preventable } from './preventable'
import { readiness } from './readiness'
import { releaseLock } from './singleInstanceLock'
import { openWindows } from './windowRegistry'

/** Electron's order: `before-quit`, the windows' `close`, `will-quit`, `quit`. Each but the last can be prevented. */
const state = { quitting: false, ended: false, relaunch: null as string[] | null }

/** https://www.electronjs.org/docs/latest/api/app#appquit */
export function quit(): void {
  if (state.quitting || state.ended) return
  const event = preventable({})
  app.emit('before-quit', event)
  if (event.defaultPrevented) return
  state.quitting = true
  if (openWindows.size === 0) finishQuitting()
  for (const window of openWindows) window.close()
}

/** https://www.electronjs.org/docs/latest/api/app#appexitexitcode */
export function exit(code = 0): void {
  if (state.ended) return
  state.quitting = true
  for (const window of openWindows) window.destroy()
  end(code)
}

/** Windows ends the session: true once the app said yes and is gone, unless its own quit began in a `session-end` listener. https://github.com/electron/electron/pull/52604 */
export function endSession(): boolean {
  const query = preventable({ reasons: ['shutdown'] })
  for (const window of openWindows) window.emit('query-session-end', query)
  if (query.defaultPrevented) return false
  for (const window of openWindows) window.emit('session-end', preventable({ reasons: ['shutdown'] }))
  if (!state.quitting) process.kill(process.pid, 'SIGKILL')
  return true
}

/** The next process starts when this one ends. */
export function relaunchOnExit(args: readonly string[]): void {
  state.relaunch = [...args]
}

export function closePrevented(): void {
  state.quitting = false
}

export function windowClosed(): void {
  if (openWindows.size > 0 || state.ended) return
  if (state.quitting) finishQuitting()
  else if (!app.emit('window-all-closed')) quit()
}

function finishQuitting(): void {
  const event = preventable({})
  app.emit('will-quit', event)
  if (event.defaultPrevented) state.quitting = false
  else end(0)
}

function end(code: number): void {
  state.ended = true
  app.emit('quit', preventable({}), code)
  expectBrowserEnd()
  releaseLock()
  if (state.relaunch) spawn(launch.executable, state.relaunch, { detached: true, stdio: 'inherit' }).unref()
  // Before `ready` Electron ends at once; after it, the turn that asked for the end is finished first.
  if (!readiness.isReady) process.exit(code)
  setImmediate(() => process.exit(code))
}
