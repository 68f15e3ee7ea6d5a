/** What this machine has of what the app can use. */
import { spawnSync } from 'node:child_process'
import { callOnBus, isOnBus, notificationsAnswer } from '../../src/main/system/sessionBus'
import { findChromium } from '../../tests/standin/findChromium'
import { chromiumVersion } from './chromium'
import { hasDisplay } from './display'
import { installedElectron } from './electronBinary'

export interface Finding {
  readonly what: string
  readonly here: string
  /** For the app. */
  readonly follows: string
}

export async function examine(): Promise<readonly Finding[]> {
  const programs = [electron(), chromium(), display()]
  if (process.platform !== 'linux') {
    const follows = 'The system has tray, notifications, a keychain and keys from anywhere.'
    return [...programs, { what: 'Desktop', here: process.platform, follows }]
  }
  const bus = sessionBus()
  if (bus.here !== 'yes') return [...programs, bus]
  return [...programs, bus, await tray(), await notifications(), await keyring(), await shortcutPortal()]
}

function electron(): Finding {
  const found = installedElectron()
  return found === null
    ? {
        what: 'Electron',
        here: 'not fetched',
        follows: 'The app runs on the stand-in, a test double; nothing else is different for development.',
      }
    : {
        what: 'Electron',
        here: found.version,
        follows: '`npm start` opens the app on it; `npm run test:electron` tests it.',
      }
}

function chromium(): Finding {
  try {
    return {
      what: 'Chromium',
      here: chromiumVersion(findChromium()),
      follows: 'The stand-in shows windows, and the journeys can run.',
    }
  } catch {
    return {
      what: 'Chromium',
      here: 'none',
      follows: 'Commands run on the stand-in. For its windows Chromium is installed or fetched first.',
    }
  }
}

function display(): Finding {
  if (process.platform !== 'linux') return { what: 'Display', here: 'yes', follows: 'Windows are shown.' }
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (!hasDisplay())
    return {
      what: 'Display',
      here: 'none',
      follows: '`npm start` asks the questions in the terminal; commands need none.',
    }
  return WAYLAND_DISPLAY
    ? {
        what: 'Display',
        here: `Wayland (${WAYLAND_DISPLAY})`,
        follows: 'Windows are shown; keys from anywhere need the shortcut portal.',
      }
    : { what: 'Display', here: `X11 (${DISPLAY})`, follows: 'Windows are shown, and keys from anywhere can be taken.' }
}

function sessionBus(): Finding {
  const what = 'Session bus'
  if (spawnSync('gdbus', ['help']).error)
    return {
      what,
      here: 'no gdbus',
      follows:
        'Without the package "libglib2.0-bin" the app can ask for neither tray nor notifications, and shows all in its window.',
    }
  if (!process.env.DBUS_SESSION_BUS_ADDRESS)
    return {
      what,
      here: 'none',
      follows: 'No tray, notifications, keyring or shortcut portal: all is shown in the window, and closing it quits.',
    }
  return { what, here: 'yes', follows: 'The app can ask for tray and notifications.' }
}

async function tray(): Promise<Finding> {
  const name = 'org.kde.StatusNotifierWatcher'
  const host = await callOnBus(
    name,
    '/StatusNotifierWatcher',
    'org.freedesktop.DBus.Properties.Get',
    name,
    'IsStatusNotifierHostRegistered',
  )
  return host === '(<true>,)'
    ? { what: 'Tray', here: 'a host', follows: 'The icon is shown, and closing the window can keep the app running.' }
    : {
        what: 'Tray',
        here: 'no host',
        follows: 'Closing the window quits. GNOME needs the extension "AppIndicator" for it.',
      }
}

async function notifications(): Promise<Finding> {
  return (await notificationsAnswer())
    ? { what: 'Notifications', here: 'a service', follows: 'Reminders come as notifications.' }
    : { what: 'Notifications', here: 'none', follows: 'Reminders are shown in the window and the tray.' }
}

async function keyring(): Promise<Finding> {
  const names = ['org.freedesktop.secrets', 'org.kde.kwalletd6', 'org.kde.kwalletd5']
  const found = await Promise.all(names.map(isOnBus))
  const name = names.find((_, at) => found[at])
  return name === undefined
    ? { what: 'Keyring', here: 'none', follows: 'A lock is opened by its passphrase; this computer can keep no key.' }
    : { what: 'Keyring', here: name, follows: 'This computer can keep the key of a lock.' }
}

async function shortcutPortal(): Promise<Finding> {
  const name = 'org.freedesktop.portal.Desktop'
  const get = ['org.freedesktop.DBus.Properties.Get', 'org.freedesktop.portal.GlobalShortcuts', 'version'] as const
  const version = await callOnBus(name, '/org/freedesktop/portal/desktop', ...get)
  return version === null
    ? {
        what: 'Shortcut portal',
        here: 'none',
        follows: 'On Wayland keys from anywhere are bound in the desktop’s own settings: throughline --capture.',
      }
    : {
        what: 'Shortcut portal',
        here: /\d+/.exec(version.replace('uint32', ''))?.[0] ?? 'yes',
        follows: 'Keys from anywhere can be asked for on Wayland, too.',
      }
}
