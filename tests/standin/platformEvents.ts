/** Events that Electron's types give to some platforms only: nowhere else does Electron ever emit them. A test holds this against `electron.d.ts`. */
type Platforms = readonly NodeJS.Platform[]

const mac: Platforms = ['darwin']
const windows: Platforms = ['win32']
const macAndWindows: Platforms = ['darwin', 'win32']

export const platformEvents: Readonly<Record<string, Readonly<Record<string, Platforms>>>> = {
  App: {
    'accessibility-support-changed': macAndWindows,
    activate: mac,
    'did-become-active': mac,
    'open-file': mac,
    'open-url': mac,
  },
  BrowserWindow: {
    'app-command': ['win32', 'linux'],
    moved: macAndWindows,
    'query-session-end': windows,
    resized: macAndWindows,
    'session-end': windows,
    'will-move': macAndWindows,
    'will-resize': macAndWindows,
  },
  Notification: { failed: macAndWindows, reply: macAndWindows },
  PowerMonitor: {
    'lock-screen': macAndWindows,
    'on-ac': macAndWindows,
    'on-battery': mac,
    shutdown: ['linux', 'darwin'],
    'speed-limit-change': macAndWindows,
    'thermal-state-change': mac,
    'unlock-screen': macAndWindows,
    'user-did-become-active': mac,
    'user-did-resign-active': mac,
  },
  Tray: {
    'double-click': macAndWindows,
    'drag-end': mac,
    'drag-enter': mac,
    'drag-leave': mac,
    drop: mac,
    'drop-files': mac,
    'drop-text': mac,
    'middle-click': windows,
    'mouse-down': mac,
    'mouse-enter': macAndWindows,
    'mouse-leave': macAndWindows,
    'mouse-move': macAndWindows,
    'mouse-up': mac,
    'right-click': macAndWindows,
  },
}

/** Whether Electron has this event on the platform that runs. */
export function comesHere(emitter: string, event: string): boolean {
  return platformEvents[emitter]?.[event]?.includes(process.platform) ?? true
}
