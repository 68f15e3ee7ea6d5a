import { resolve } from 'node:path'
import { app } from 'electron'
import { messages } from '#shared/messages/messages'
import { parseCommandLine } from './commandLine'
import { startApp } from './compose'
import { runHeadlessCapture } from './headlessCapture'
import { runHeadlessExport } from './headlessExport'
import { openExportDesk } from './openMarkdown'
import { endCommand, outliveStreams, runCommand } from './runCommand'
import { quitRunning } from './singleInstance'
import { startAgainWithoutDisplay } from './startAgain'
import { registerPageScheme } from './windows/registerPageScheme'

outliveStreams()
const args = process.argv.slice(1)
const endedAs = startAgainWithoutDisplay(args)
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
      runCommand(() => runHeadlessExport({ ...verb, folder: resolve(verb.folder), userData, openDesk: openExportDesk }))
      break
    case 'capture':
      runCommand(() => runHeadlessCapture({ ...verb, userData }))
      break
    // Loaded only for these: a start of the app has no use for archives.
    case 'backup':
      runCommand(async () => {
        const { runHeadlessBackup } = await import('./headlessBackup')
        return runHeadlessBackup({ file: resolve(verb.file), userData, version: app.getVersion() })
      })
      break
    case 'restore':
      runCommand(async () => {
        const { runHeadlessRestore } = await import('./headlessBackup')
        return runHeadlessRestore({ file: resolve(verb.file), folder: resolve(verb.folder) })
      })
      break
    case 'check':
      runCommand(async () => {
        const { runHeadlessCheck } = await import('./headlessCheck')
        return runHeadlessCheck(userData)
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
