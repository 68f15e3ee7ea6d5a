/** The app in the background: tray, start at login, the global shortcut. */
import type { Start } from '../contract/app'

/** Where the icon is, as each system calls it. */
const places: Record<Start['platform'], string> = {
  linux: 'the tray',
  darwin: 'the menu bar',
  win32: 'the notification area',
}

export const background = {
  places,
  title: 'Background',
  startsAtLogin: 'Start when I log in',
  startsAtLoginHint: 'Starts without a window, for reminders and quick capture.',
  keepsRunning: 'Keep running when the window is closed',
  inTray: (place: string) => `It stays in ${place}.`,
  noTray: 'This desktop shows no tray icon. Start Throughline again to bring its window back.',
  closing: {
    question: 'Throughline keeps running when its window is closed.',
    detail: (place: string) =>
      `It stays in ${place}, so that reminders and quick capture keep working. You can change this in Settings.`,
    yes: 'Keep it running',
    no: 'Quit',
  },
  keys: 'Global shortcut for quick capture',
  keysNone: 'None',
  keysRecord: 'Set shortcut…',
  keysRecording: 'Press the keys now, together with Ctrl, Alt or a similar key. Esc cancels.',
  keysSuggest: (keys: string) => `Use ${keys}`,
  keysRemove: 'Remove',
  keysTry: 'Test shortcut',
  keysTrying: 'Press the shortcut now.',
  keysWork: 'The shortcut works.',
  keysSilent:
    'The shortcut did not arrive. Some desktops reserve global shortcuts; there, set a shortcut for this command in the system settings:',
  keysCommand: 'throughline --capture',
  keysTaken: (keys: string) => `Another program uses ${keys}. Choose another shortcut.`,
}

export const tray = {
  isWritten: 'Today’s page is written',
  isOpen: 'Write today’s page',
  reminders: 'Reminders…',
  next: (reminder: string) => `Next: ${reminder}`,
  pause: 'Pause reminders',
  untilTomorrow: 'Until tomorrow',
  untilMonday: 'Until Monday',
  forTwoWeeks: 'For two weeks',
  resume: (day: string) => `Resume reminders (paused until ${day})`,
  open: 'Open Throughline',
  quit: 'Quit',
}
