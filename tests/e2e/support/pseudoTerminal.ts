/** The app in a terminal, as a person types in it: `script` of util-linux gives the process a terminal of its own. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { JournalApp } from './journalApp'
import { secondStart } from './startAgain'

const repository = join(import.meta.dirname, '../../..')
const tsx = join(repository, 'node_modules/tsx/dist/cli.mjs')

/** The one of macOS takes other arguments, and Windows has none. */
export const hasPseudoTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0

export const keys = { enter: '\r', interrupt: '\u0003', endOfFile: '\u0004' }

export class PseudoTerminal {
  #output = ''
  readonly #child: ChildProcessWithoutNullStreams
  readonly #ended: Promise<number | null>

  /** `command`: one of the scripts behind `npm run`. */
  constructor(app: JournalApp, command: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const line = [process.execPath, tsx, ...command].map((part) => `'${part.replaceAll("'", "'\\''")}'`).join(' ')
    this.#child = spawn('script', ['--quiet', '--return', '--flush', '--command', line, '/dev/null'], {
      env: { ...secondStart(app), SHELL: '/bin/sh', ...env },
    })
    this.#child.stdout.on('data', (chunk) => {
      this.#output += chunk
    })
    this.#ended = new Promise((resolve) => this.#child.once('close', (code) => resolve(code)))
  }

  /** Everything that was shown, without what moves the cursor or changes the look of the words. */
  get shown(): string {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a terminal is steered with
    return this.#output.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '').replaceAll('\r\n', '\n')
  }

  /** Waits until the words stand there, so that nothing is typed before it is asked for. */
  async shows(words: string): Promise<void> {
    await expect.poll(() => this.shown, { message: `shows ${words}` }).toContain(words)
  }

  /** Each text is a line. */
  async type(...lines: string[]): Promise<void> {
    for (const line of lines) this.#child.stdin.write(`${line}${keys.enter}`)
  }

  press(key: string): void {
    this.#child.stdin.write(key)
  }

  /** Resolves with the exit code. */
  ended(): Promise<number | null> {
    return this.#ended
  }

  /** As a window that is closed does: the process gets a signal, and its terminal is gone. */
  close(): void {
    this.#child.kill('SIGKILL')
  }
}

export function terminalOf(app: JournalApp, ...args: string[]): PseudoTerminal {
  return new PseudoTerminal(app, [join(repository, 'scripts/app.ts'), `--user-data-dir=${app.userData}`, ...args])
}
