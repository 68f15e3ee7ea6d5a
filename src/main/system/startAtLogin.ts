/** What the system's word on the start at login means. */
import type { App } from 'electron'
import type { StartRequest } from '../services/app/startRequest'

type Known = Pick<
  ReturnType<App['getLoginItemSettings']>,
  'openAtLogin' | 'wasOpenedAtLogin' | 'executableWillLaunchAtLogin'
>

/** Windows keeps the entry of a program that was switched off in the Task Manager, and starts it no more. */
export function isOnAtLogin(platform: string, { openAtLogin, executableWillLaunchAtLogin }: Known): boolean {
  return openAtLogin && (platform !== 'win32' || executableWillLaunchAtLogin)
}

/** What the system is to start, and is asked for. A path with a space is looked for on Windows in quotes alone: https://github.com/electron/electron/issues/53911 */
export function loginItemOf(platform: string, program: string, options: readonly string[]) {
  return { path: platform === 'win32' ? `"${program}"` : program, args: [...options] }
}

/** macOS starts a login item without its switches, and says that it was the login. */
export function asAtLogin(platform: string, asks: StartRequest, known: () => Known): StartRequest {
  const asksForNothing = asks.page === null && asks.command === null && asks.capture === false
  if (platform !== 'darwin' || !asksForNothing) return asks
  return { ...asks, hidden: asks.hidden || known().wasOpenedAtLogin }
}
