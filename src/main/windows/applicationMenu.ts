/** The application menu: the platform's standard roles, and the app's commands, which the page carries out. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type CommandId, commandKeys } from '#shared/contract/commands'
import { messages } from '#shared/messages/messages'

/** `lookForNewVersion` is null where nothing says where new versions are. */
export function setApplicationMenu(
  choose: (command: CommandId) => void,
  platform: NodeJS.Platform,
  lookForNewVersion: (() => void) | null,
): void {
  const command = (id: CommandId): MenuItemConstructorOptions => ({
    id,
    label: messages.commands[id],
    click: () => choose(id),
    // The page handles its own keys, where it knows what they mean at the caret; here they are only shown.
    ...(commandKeys[id] ? { accelerator: commandKeys[id], registerAccelerator: false } : {}),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const mac = platform === 'darwin'

  const template: MenuItemConstructorOptions[] = [
    ...(mac
      ? [
          {
            role: 'appMenu' as const,
            submenu: [
              command('about'),
              separator,
              command('settings'),
              separator,
              { role: 'services' as const },
              separator,
              { role: 'hide' as const },
              { role: 'hideOthers' as const },
              { role: 'unhide' as const },
              separator,
              { role: 'quit' as const },
            ],
          },
        ]
      : []),
    {
      label: messages.menu.file,
      submenu: [
        command('newEntry'),
        command('today'),
        command('capture'),
        separator,
        command('history'),
        command('copyMarkdown'),
        command('exportEntry'),
        command('exportPeriod'),
        separator,
        command('reminders'),
        command('trash'),
        command('backUp'),
        command('health'),
        command('lockNow'),
        ...(mac ? [] : [command('settings')]),
        separator,
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: messages.menu.view,
      submenu: [
        command('search'),
        command('overview'),
        command('toggleRail'),
        command('focusMode'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        command('keys'),
        ...(lookForNewVersion === null ? [] : [{ label: messages.menu.newVersion, click: lookForNewVersion }]),
        ...(mac ? [] : [command('about')]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
