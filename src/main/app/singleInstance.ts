/** One app for each folder: another start hands over what it asks for, or says why it can't. */
import { app, dialog } from 'electron'
import { messages } from '#shared/messages/messages'
import { lockHolder } from '../system/lockHolder'
import { endCommand } from './runCommand'

/** Whether this start is the app; if it is not, it ends. */
export function isOnlyInstance(): boolean {
  if (app.requestSingleInstanceLock()) return true
  const sentence = whyRefused()
  if (sentence === null) {
    app.quit()
    return false
  }
  process.stderr.write(`throughline: ${sentence}\n`)
  // Before `ready` Linux has no dialog for it.
  void app.whenReady().then(() => {
    dialog.showErrorBox(messages.appName, sentence)
    app.exit(1)
  })
  return false
}

/** Ends the app that is open by handing over `--quit`. */
export function quitRunning(): void {
  const isOpen = !app.requestSingleInstanceLock()
  const sentence = isOpen ? whyRefused() : messages.commandLine.notRunning
  if (sentence === null) app.quit()
  else endCommand({ code: 1, sentence: `throughline: ${sentence}` })
}

function whyRefused(): string | null {
  const folder = app.getPath('userData')
  const holder = lockHolder(folder)
  switch (holder.kind) {
    case 'running':
      return null
    case 'elsewhere':
      return messages.commandLine.openElsewhere(holder.computer, folder)
    case 'none':
      return messages.commandLine.notAlone(folder)
  }
}
