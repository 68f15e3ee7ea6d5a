/** Commands that both the application menu and the page know, with their keys in Electron's accelerator form. */
export const commandIds = [
  'newEntry',
  'today',
  'capture',
  'search',
  'overview',
  'toggleRail',
  'focusMode',
  'settings',
  'trash',
  'history',
  'health',
  'copyMarkdown',
  'exportEntry',
  'exportPeriod',
  'reminders',
  'backUp',
  'lockNow',
  'keys',
  'about',
] as const
export type CommandId = (typeof commandIds)[number]

/** What a start of the app may ask for beside a page. */
export type StartCommand = Extract<CommandId, 'reminders'>

export const commandKeys: Readonly<Partial<Record<CommandId, string>>> = {
  newEntry: 'CmdOrCtrl+N',
  today: 'CmdOrCtrl+T',
  capture: 'CmdOrCtrl+Shift+K',
  search: 'CmdOrCtrl+F',
  overview: 'CmdOrCtrl+Shift+L',
  toggleRail: 'CmdOrCtrl+\\',
  focusMode: 'CmdOrCtrl+Shift+F',
  settings: 'CmdOrCtrl+,',
  copyMarkdown: 'CmdOrCtrl+Shift+C',
  history: 'CmdOrCtrl+Shift+H',
  exportPeriod: 'CmdOrCtrl+Shift+E',
  lockNow: 'CmdOrCtrl+L',
  keys: 'CmdOrCtrl+/',
}
