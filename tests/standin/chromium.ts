import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { DevtoolsConnection } from './devtools'
import { findChromium } from './findChromium'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-search-engine-choice-screen',
  '--disable-features=Translate,OptimizationHints,MediaRouter,PaintHolding',
  '--force-color-profile=srgb',
  '--hide-scrollbars=false',
  '--password-store=basic',
]

/**
 * Windows begin off the screen: each is described to the window manager before it moves to its place. `--test-type` takes the warning
 * away that there is no sandbox. X where it can be had, since Wayland lets no other program hide a window.
 */
const visible = [
  '--test-type',
  '--window-position=-20000,-20000',
  `--ozone-platform=${process.env.DISPLAY ? 'x11' : 'wayland'}`,
]

/** The window manager's frame, as Electron's windows have it, in place of Chromium's own. */
const preferences = { browser: { custom_chrome_frame: false } }

/**
 * Removes the profile when Chromium has ended, however it and the main process ended. More than once: the last of Chromium's
 * processes may still be writing.
 */
const watcher = 'profile=$1; shift; "$@"; for try in 1 2 3 4 5; do rm -rf "$profile" && break; sleep 0.1; done'

/**
 * Starts a Chromium with a fresh profile. It lives exactly as long as this process: it ends itself when the pipe to it closes,
 * which the operating system does even after a SIGKILL.
 */
export class Chromium {
  readonly connection: DevtoolsConnection
  /** Address of Chromium's own debugging port; asked for only when another client is to attach. */
  readonly debuggingAddress: Promise<string>
  readonly #process: ChildProcess
  readonly #executable: string
  readonly #args: readonly string[]
  readonly #env: NodeJS.ProcessEnv

  constructor(options: { headless: boolean; debuggingPort: boolean; onExit: () => void }) {
    this.#executable = findChromium()
    const profile = mkdtempSync(join(tmpdir(), 'throughline-standin-'))
    // Chromium leaves sockets in the temporary folder when it is killed; there, they go with the profile.
    const temporary = join(profile, 'tmp')
    mkdirSync(temporary)
    if (!options.headless) {
      mkdirSync(join(profile, 'Default'))
      writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences))
    }
    this.#env = { ...process.env, TMPDIR: temporary }
    this.#args = [...quiet, ...(options.headless ? ['--headless=new'] : visible), `--user-data-dir=${profile}`]
    const args = [
      ...this.#args,
      '--no-startup-window',
      ...(options.debuggingPort ? ['--remote-debugging-port=0'] : []),
      '--remote-debugging-pipe',
    ]
    // A session of its own: Ctrl-C and a killed process group would otherwise take the watcher with them.
    this.#process = spawn('/bin/sh', ['-c', watcher, 'throughline-standin', profile, this.#executable, ...args], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env: this.#env,
    })
    const [, , errors, writer, reader] = this.#process.stdio
    this.connection = new DevtoolsConnection(reader as Readable, writer as Writable)
    this.debuggingAddress = new Promise((resolve) => {
      createInterface({ input: errors as Readable }).on('line', (line) => {
        const match = /^DevTools listening on (ws:\S+)/.exec(line)
        if (match?.[1]) resolve(match[1])
      })
    })
    this.#process.once('exit', () => {
      this.connection.close()
      options.onExit()
    })
  }

  /** Opens an address in a window without tabs. Only a second start on the same profile does: it hands its wish over and ends. */
  async openAppWindow(address: string): Promise<void> {
    const starter = spawn(this.#executable, [...this.#args, `--app=${address}`], { stdio: 'ignore', env: this.#env })
    const [code] = await once(starter, 'exit')
    if (code !== 0) throw new Error(`Chromium opens no window (its code is ${code})`)
  }
}
