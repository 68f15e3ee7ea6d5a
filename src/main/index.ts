import { resolve } from 'node:path'
import { app } from 'electron'
import { messages } from '#shared/messages/messages'
import { openExportDesk } from './app/openExportDesk'
import { relaunchWithoutDisplay } from './app/relaunchWithoutDisplay'
import { endCommand, outliveStreams, runCommand } from './app/runCommand'
import { quitRunning } from './app/singleInstance'
import { startApp } from './app/startApp'
import { parseCommandLine } from './cli/commandLine'
import { runCapture } from './cli/runCapture'
import { runExport } from './cli/runExport'
import { registerPageScheme } from './windows/registerPageScheme'

outliveStreams()
const args = process.argv.slice(1)
const endedAs = relaunchWithoutDisplay(args)
if (endedAs === null) begin()
else app.exit(endedAs)

function begin(): void {
  const { verb, userDataDir } = parseCommandLine(args)

  // Before `ready` and the lock; Electron's own handling of the switch is undocumented.
  if (userDataDir !== null) app.setPath('userData', resolve(userDataDir))
  const userData = app.getPath('userData')
  app.setPath('sessionData', resolve(userData, 'session'))

  switch (verb.kind) {
    case 'help':
      endCommand({ code: 0, sentence: messages.commandLine.help })
      break
    case 'version':
      endCommand({ code: 0, sentence: app.getVersion() })
      break
    case 'refused':
      endCommand({ code: 1, sentence: `throughline: ${verb.sentence}` })
      break
    case 'export':
      runCommand(() => runExport({ ...verb, folder: resolve(verb.folder), userData, openDesk: openExportDesk }))
      break
    case 'capture':
      runCommand(() => runCapture({ ...verb, userData }))
      break
    // Loaded only for these: a start of the app has no use for archives.
    case 'backup':
      runCommand(async () => {
        const { runBackup } = await import('./cli/runBackup')
        return runBackup({ file: resolve(verb.file), userData, version: app.getVersion() })
      })
      break
    case 'restore':
      runCommand(async () => {
        const { runRestore } = await import('./cli/runBackup')
        return runRestore({ file: resolve(verb.file), folder: resolve(verb.folder) })
      })
      break
    case 'check':
      runCommand(async () => {
        const { runCheck } = await import('./cli/runCheck')
        return runCheck(userData, {}, verb.hasPassphrase)
      })
      break
    case 'write':
      runCommand(async () => {
        const { runWrite } = await import('./cli/runWrite')
        return runWrite({ ...verb, userData, onQuit: insteadOfQuitting })
      })
      break
    case 'show':
      runCommand(async () => {
        const { runShow } = await import('./cli/runShow')
        return runShow({ ...verb, userData })
      })
      break
    case 'find':
      runCommand(async () => {
        const { runFind } = await import('./cli/runFind')
        return runFind({ ...verb, userData })
      })
      break
    case 'list':
      runCommand(async () => {
        const { runList } = await import('./cli/runList')
        return runList({ ...verb, userData })
      })
      break
    case 'quit':
      quitRunning()
      break
    case 'open':
      registerPageScheme()
      startApp(verb, userDataDir === null ? [] : [`--user-data-dir=${userData}`])
  }
}

/** A signal lets a command store what it has, and then end by itself. */
function insteadOfQuitting(listener: () => void): void {
  app.on('before-quit', (event) => {
    event.preventDefault()
    listener()
  })
}
