/** Whether this app's tray icon is really there, as the desktop's own list of icons has it. */
import { callOnBus } from './sessionBus'

const watcher = { name: 'org.kde.StatusNotifierWatcher', path: '/StatusNotifierWatcher' }
const get = 'org.freedesktop.DBus.Properties.Get'

/**
 * GNOME shows none without an extension, and Electron may fail to register its icon without a word
 * (https://github.com/electron/electron/issues/53213): a list that shows icons has to hold one of this process.
 */
export async function isTrayListed(processId: number): Promise<boolean> {
  const { name, path } = watcher
  const [host, list] = await Promise.all([
    callOnBus(name, path, get, name, 'IsStatusNotifierHostRegistered'),
    callOnBus(name, path, get, name, 'RegisteredStatusNotifierItems'),
  ])
  if (host !== '(<true>,)' || list === null) return false
  // "(<[':1.45/StatusNotifierItem', 'org.kde.StatusNotifierItem-77-1/…']>,)"
  const owners = new Set([...list.matchAll(/'([^']*)'/g)].map(([, item = '']) => item.replace(/\/.*$/, '')))
  const ids = await Promise.all([...owners].map(processOf))
  return ids.includes(processId)
}

async function processOf(owner: string): Promise<number | null> {
  const bus = 'org.freedesktop.DBus'
  const answer = await callOnBus(bus, '/org/freedesktop/DBus', `${bus}.GetConnectionUnixProcessID`, owner)
  return Number(/^\(uint32 (\d+),\)$/.exec(answer ?? '')?.[1] ?? Number.NaN) || null
}
