import { resolve } from 'node:path'
import { app } from 'electron'
import { messages } from '#shared/messages/messages'
import type { CommandResult } from './cli/result'
import { parseCommandLine } from './commandLine'
import { startApp } from './compose'
import { runHeadlessCapture } from './headlessCapture'
import { runHeadlessExport } from './headlessExport'
import { openExportDesk } from './openMarkdown'
import { registerPageScheme } from './windows/registerPageScheme'

const { verb, userDataDir } = parseCommandLine(process.argv.slice(1))

// Before `ready` and the lock; Electron's own handling of the switch is undocumented.
if (userDataDir !== null) {
  app.setPath('userData', resolve(userDataDir))
  app.setPath('sessionData', resolve(userDataDir, 'session'))
} else {
  app.setPath('sessionData', resolve(app.getPath('userData'), 'session'))
}

switch (verb.kind) {
  case 'help':
    finish(0, messages.commandLine.help)
    break
  case 'version':
    finish(0, app.getVersion())
    break
  case 'refused':
    process.stderr.write(`throughline: ${verb.sentence}\n`)
    app.exit(1)
    break
  case 'export':
    end(
      runHeadlessExport({
        ...verb,
        folder: resolve(verb.folder),
        userData: app.getPath('userData'),
        openDesk: openExportDesk,
      }),
    )
    break
  case 'capture':
    end(runHeadlessCapture({ ...verb, userData: app.getPath('userData') }))
    break
  // Loaded only for these: a start of the app has no use for archives.
  case 'backup':
    end(
      import('./headlessBackup').then(({ runHeadlessBackup }) =>
        runHeadlessBackup({
          file: resolve(verb.file),
          userData: app.getPath('userData'),
          version: app.getVersion(),
        }),
      ),
    )
    break
  case 'restore':
    end(
      import('./headlessBackup').then(({ runHeadlessRestore }) =>
        runHeadlessRestore({ file: resolve(verb.file), folder: resolve(verb.folder) }),
      ),
    )
    break
  case 'check':
    end(import('./headlessCheck').then(({ runHeadlessCheck }) => runHeadlessCheck(app.getPath('userData'))))
    break
  case 'write':
    end(
      import('./cli/runWrite').then(({ runWrite }) =>
        runWrite({ ...verb, userData: app.getPath('userData'), onQuit: insteadOfQuitting }),
      ),
    )
    break
  case 'show':
    end(import('./cli/runShow').then(({ runShow }) => runShow({ ...verb, userData: app.getPath('userData') })))
    break
  case 'quit':
    quitRunning()
    break
  case 'open':
    registerPageScheme()
    startApp(verb, userDataDir === null ? [] : [`--user-data-dir=${app.getPath('userData')}`])
}

/** Handed over to the one that has the lock. */
function quitRunning(): void {
  if (app.requestSingleInstanceLock()) {
    process.stderr.write(`throughline: ${messages.commandLine.notRunning}\n`)
    app.exit(1)
  } else app.quit()
}

/** A signal lets a command store what it has, and then end by itself. */
function insteadOfQuitting(listener: () => void): void {
  app.on('before-quit', (event) => {
    event.preventDefault()
    listener()
  })
}

/** Of a rejection Electron only warns, and the command would run on for ever. */
function end(result: Promise<CommandResult>): void {
  const failed = { code: 1, sentence: `throughline: ${messages.failed(messages.failures.unexpected)}` }
  void result.catch(() => failed).then(ended)
}

function ended({ code, sentence }: CommandResult): void {
  if (sentence !== '') (code === 0 ? process.stdout : process.stderr).write(`${sentence}\n`)
  app.exit(code)
}

function finish(code: number, text: string): void {
  process.stdout.write(`${text}\n`)
  app.exit(code)
}
