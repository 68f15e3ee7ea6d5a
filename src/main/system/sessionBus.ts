/**
 * Asks the buses of Linux, in a child that may hang without anyone waiting for it: a call from the main process itself can freeze the app for
 * minutes (https://github.com/electron/electron/issues/48753).
 */
import { execFile } from 'node:child_process'

/** Milliseconds until a bus or service that says nothing counts as absent. */
const timeoutMs = 3_000

const bus = { name: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' }

/** A service, an object, a method and its arguments. */
type Call = readonly [name: string, path: string, method: string, ...args: string[]]

/** What the method answered, as gdbus prints it; null when no answer came, in time or at all. */
export function callOnBus(...call: Call): Promise<string | null> {
  return ask('--session', call)
}

/** The same on the bus of the whole machine. */
export function callOnSystemBus(...call: Call): Promise<string | null> {
  return ask('--system', call)
}

function ask(which: '--session' | '--system', [name, path, method, ...args]: Call): Promise<string | null> {
  const call = ['call', which, '--dest', name, '--object-path', path, '--method', method, ...args]
  return new Promise((resolve) => {
    execFile('gdbus', call, { timeout: timeoutMs, killSignal: 'SIGKILL' }, (error, stdout) => {
      resolve(error ? null : stdout.trim())
    })
  })
}

export async function isOnBus(name: string): Promise<boolean> {
  return (await callOnBus(bus.name, bus.path, `${bus.name}.NameHasOwner`, name)) === '(true,)'
}

/** A service that has the name may still hang: it is asked who it is. One that does not run yet is started by the bus for that, where it can be. */
export async function notificationsAnswer(): Promise<boolean> {
  const name = 'org.freedesktop.Notifications'
  return (await callOnBus(name, '/org/freedesktop/Notifications', `${name}.GetServerInformation`)) !== null
}
