/** The app's commands, a record each: the application menu, the keys, the buttons and the list of keys are made from them. */

interface CommandForm {
  readonly id: string
  /** Electron's accelerator form; absent for one without keys. */
  readonly keys?: string
  /** Further keys, which stay as they are when a person chooses others. */
  readonly alsoKeys?: string
  /** The menu it stands in. */
  readonly menu: 'file' | 'view' | 'help'
  /** Separators stand between the groups of a menu. */
  readonly group: number
  /** Its place in the app's own menu on macOS; it stands in no other there. */
  readonly appMenu?: number
  /** It is there in a locked journal too. */
  readonly isForLocked?: true
}

/** In the order of the menus. What each does stands in the page's `app/commands.ts`, its label in the messages. */
export const commands = [
  { id: 'newEntry', keys: 'CmdOrCtrl+N', menu: 'file', group: 1 },
  { id: 'today', keys: 'CmdOrCtrl+T', menu: 'file', group: 1 },
  { id: 'capture', keys: 'CmdOrCtrl+Shift+K', menu: 'file', group: 1, isForLocked: true },
  { id: 'search', keys: 'CmdOrCtrl+F', menu: 'view', group: 1 },
  { id: 'palette', keys: 'CmdOrCtrl+Shift+P', alsoKeys: 'CmdOrCtrl+K', menu: 'view', group: 1 },
  { id: 'overview', keys: 'CmdOrCtrl+Shift+L', menu: 'view', group: 1 },
  { id: 'toggleRail', keys: 'CmdOrCtrl+\\', menu: 'view', group: 1 },
  { id: 'focusMode', keys: 'CmdOrCtrl+Shift+F', menu: 'view', group: 1 },
  { id: 'history', keys: 'CmdOrCtrl+Shift+H', menu: 'file', group: 2 },
  { id: 'copyMarkdown', keys: 'CmdOrCtrl+Shift+C', menu: 'file', group: 2 },
  { id: 'exportEntry', menu: 'file', group: 2 },
  { id: 'exportPeriod', keys: 'CmdOrCtrl+Shift+E', menu: 'file', group: 2 },
  { id: 'reminders', menu: 'file', group: 3 },
  { id: 'trash', menu: 'file', group: 3 },
  { id: 'backUp', menu: 'file', group: 3 },
  { id: 'health', menu: 'file', group: 3 },
  { id: 'lockNow', keys: 'CmdOrCtrl+L', menu: 'file', group: 3 },
  { id: 'settings', keys: 'CmdOrCtrl+,', menu: 'file', group: 3, appMenu: 2 },
  { id: 'keys', keys: 'CmdOrCtrl+/', menu: 'help', group: 1 },
  { id: 'about', menu: 'help', group: 2, appMenu: 1 },
] as const satisfies readonly CommandForm[]

export type CommandId = (typeof commands)[number]['id']
export type Command = CommandForm & { readonly id: CommandId }

/** By their ids. */
export const commandOf = Object.fromEntries(commands.map((command) => [command.id, command])) as Readonly<
  Record<CommandId, Command>
>

/** What a start of the app may ask for beside a page. */
export type StartCommand = Extract<CommandId, 'reminders'>
