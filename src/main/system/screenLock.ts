/** Notices on Linux that the screen was locked. Electron's `lock-screen` is for macOS and Windows: https://github.com/electron/electron/issues/38088 */
import { type BusMonitor, monitorBus } from './busMonitor'
import { callOnBus, callOnSystemBus } from './sessionBus'

/** What locks the screen, as Chromium knows them: ui/base/idle/idle_linux.cc */
const screenSavers = ['freedesktop', 'gnome', 'cinnamon', 'mate', 'xfce'].map((desktop) => `org.${desktop}.ScreenSaver`)

const logind = { name: 'org.freedesktop.login1', path: '/org/freedesktop/login1' }

/** A screen saver that begins; a session that is locked, or is to be. */
const isLocking = /\.ScreenSaver\.ActiveChanged \(true,?\)|'LockedHint': <true>|\.login1\.Session\.Lock \(\)/

/** Looks, two a minute, between two searches for those that were not there. */
const pause = 10

export interface ScreenLockNeeds {
  /** Whether there is anything to lock. */
  isWanted(): boolean
  locked(): void
}

export interface ScreenLock {
  /** To be called with each tick of the clock. */
  look(): void
  stop(): void
}

export function createScreenLock({ isWanted, locked }: ScreenLockNeeds): ScreenLock {
  const monitors = new Map<string, BusMonitor>()
  let looks = 0
  let isSearching = false

  function follow(name: string, args: readonly string[]): void {
    if (monitors.has(name) || !isWanted()) return
    const take = (signal: string) => {
      if (isLocking.test(signal)) locked()
    }
    const monitor = monitorBus(args, take, () => {
      if (monitors.get(name) === monitor) monitors.delete(name)
    })
    monitors.set(name, monitor)
  }

  async function search(): Promise<void> {
    isSearching = true
    const [names, session] = await Promise.all([presentScreenSavers(), sessionPath()])
    for (const name of names) follow(name, ['--session', '--dest', name])
    if (session !== null) follow(logind.name, ['--system', '--dest', logind.name, '--object-path', session])
    isSearching = false
  }

  function stop(): void {
    looks = 0
    for (const monitor of monitors.values()) monitor.stop()
    monitors.clear()
  }

  return {
    look() {
      if (!isWanted()) {
        stop()
        return
      }
      if (!isSearching && looks % pause === 0) void search()
      looks += 1
    },
    stop,
  }
}

async function presentScreenSavers(): Promise<readonly string[]> {
  const bus = 'org.freedesktop.DBus'
  const names = await callOnBus(bus, '/org/freedesktop/DBus', `${bus}.ListNames`)
  return screenSavers.filter((name) => names?.includes(`'${name}'`))
}

/** The object of the person's own session: other people's are not looked at. */
async function sessionPath(): Promise<string | null> {
  const { XDG_SESSION_ID: id } = process.env
  const { name, path } = logind
  const answer = id
    ? await callOnSystemBus(name, path, `${name}.Manager.GetSession`, id)
    : await callOnSystemBus(name, `${path}/user/self`, 'org.freedesktop.DBus.Properties.Get', `${name}.User`, 'Display')
  // "(objectpath '/org/freedesktop/login1/session/_32',)"; a user's display is "(<('2', objectpath '/…')>,)"
  return /'(\/org\/freedesktop\/login1\/session\/\w+)'/.exec(answer ?? '')?.[1] ?? null
}
