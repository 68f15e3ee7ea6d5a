/** The app when its window is not there: tray, login, the keys that call it from anywhere. */
import type { Start } from '../contract/answers/start'

/** Where the icon is, as each system calls it. */
const places: Record<Start['platform'], string> = {
  linux: 'the tray',
  darwin: 'the menu bar',
  win32: 'the notification area',
}

export const presence = {
  places,
  title: 'At hand',
  startsAtLogin: 'Start when I log in',
  startsAtLoginHint: 'Without a window: reminders and quick capture are there.',
  keepsRunning: 'Keep running when the window is closed',
  inTray: (place: string) => `It stays in ${place}.`,
  noTray: 'This desktop shows no tray icon. Start Throughline again to bring its window back.',
  closing: {
    question: 'Throughline keeps running when its window is closed.',
    detail: (place: string) =>
      `It stays in ${place}, so that reminders and quick capture are there. You can change that in the settings.`,
    yes: 'Keep it running',
    no: 'Quit',
  },
  keys: 'Keys for quick capture, from anywhere',
  keysNone: 'None yet',
  keysRecord: 'Choose keys…',
  keysRecording: 'Press the keys now, with Ctrl, Alt or the like. Esc keeps it as it is.',
  keysSuggest: (keys: string) => `Use ${keys}`,
  keysRemove: 'Remove',
  keysTry: 'Try them',
  keysTrying: 'Press them now.',
  keysWork: 'They work.',
  keysSilent:
    'Nothing arrived. Some desktops keep such keys to themselves; there, bind this command in the system’s own settings:',
  keysCommand: 'throughline --capture',
  keysTaken: (keys: string) => `Another program has ${keys}. Choose other ones.`,
}

export const tray = {
  isWritten: 'Today is written',
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
