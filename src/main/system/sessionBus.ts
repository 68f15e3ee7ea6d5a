/**
 * Asks the Linux session bus, in a child that may hang without anyone waiting for it: a call from the main process itself can freeze the app for
 * minutes (https://github.com/electron/electron/issues/48753).
 */
import { execFile } from 'node:child_process'

/** Milliseconds until a bus or service that says nothing counts as absent. */
const patience = 3_000

const bus = { name: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' }

/** What the method answered, as gdbus prints it; null when nobody answered, in time or at all. */
export function callOnBus(
  name: string,
  path: string,
  method: string,
  ...args: readonly string[]
): Promise<string | null> {
  const call = ['call', '--session', '--dest', name, '--object-path', path, '--method', method, ...args]
  return new Promise((resolve) => {
    execFile('gdbus', call, { timeout: patience, killSignal: 'SIGKILL' }, (error, stdout) => {
      resolve(error ? null : stdout.trim())
    })
  })
}

export async function isOnBus(name: string): Promise<boolean> {
  return (await callOnBus(bus.name, bus.path, `${bus.name}.NameHasOwner`, name)) === '(true,)'
}

/** A service that has the name may still hang: it is asked who it is. */
export async function notificationsAnswer(): Promise<boolean> {
  const name = 'org.freedesktop.Notifications'
  if (!(await isOnBus(name))) return false
  return (await callOnBus(name, '/org/freedesktop/Notifications', `${name}.GetServerInformation`)) !== null
}
