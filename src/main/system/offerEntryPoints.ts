/** Puts the app's entry points where macOS and Windows show them; on Linux the package's desktop file has them. */
import { app, Menu } from 'electron'
import { type EntryPoint, entryPoints } from '../services/entryPoints'

export function offerEntryPoints(ask: (asked: EntryPoint['asks']) => void): void {
  app.dock?.setMenu(Menu.buildFromTemplate(entryPoints.map(({ label, asks }) => ({ label, click: () => ask(asks) }))))
  if (process.platform !== 'win32') return
  // A task starts the app again, which hands its argument over to the one that runs.
  const program = { program: process.execPath, iconPath: process.execPath, iconIndex: 0 }
  app.setUserTasks(
    entryPoints.map(({ label, argument }) => ({ ...program, title: label, description: label, arguments: argument })),
  )
}
