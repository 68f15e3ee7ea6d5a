/** A command from its begin to its end: its last sentence is written before the process ends, and whatever breaks ends it with 1. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { messages } from '#shared/messages/messages'
import type { CommandResult } from '../cli/result'

/** To be called first: of a pipe or a terminal that was closed Electron would show an error dialog, and a command would hang behind it. */
export function outliveStreams(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

/** What it throws or leaves rejected ends it: Electron shows a dialog, or only warns, and a command would run on for ever. */
export function runCommand(work: () => Promise<CommandResult>): void {
  const session = ownSessionFolder()
  let isOver = false
  const end = (result: CommandResult) => {
    if (isOver) return
    isOver = true
    if (session !== null) rmSync(session, { recursive: true, force: true })
    endCommand(result)
  }
  const fail = () => end({ code: 1, sentence: `throughline: ${messages.failed(messages.failures.unexpected)}` })
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  void work().then(end, fail)
}

export function endCommand({ code, sentence }: CommandResult): void {
  const stream = code === 0 ? process.stdout : process.stderr
  if (sentence !== '') stream.write(`${sentence}\n`, () => app.exit(code))
  // At once where nothing is left to write: without a display Chromium ends the process before anything that is waited for.
  if (stream.writableLength === 0) app.exit(code)
}

/** Chromium writes into its session's folder, which the app that is open has for itself. Null where the disk gives none. */
function ownSessionFolder(): string | null {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-command-'))
    app.setPath('sessionData', folder)
    return folder
  } catch {
    return null
  }
}
