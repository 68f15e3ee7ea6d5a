import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import { hasDisplay } from '../../../scripts/runtime/display'
import { headlessSwitch } from '../../../src/main/cli/switches'
import type { EventName } from '../../../src/shared/contract/channels'
import type { Event } from '../../../src/shared/contract/events'
import type { Instant } from '../../../src/shared/domain/day'
import { clockAhead, type JourneyClock } from './journeyClock'
import { watchProblems, watchWarnings } from './problems'

const repository = join(import.meta.dirname, '../../..')

export interface LaunchOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** A profile other than the test's own. */
  readonly userData?: string
}

/** The built app as a spec uses it; a spec never asks on which runtime. */
export class JournalApp {
  readonly userData: string
  readonly clock: JourneyClock
  readonly problems: string[] = []
  #running: ElectronApplication | undefined
  #options: LaunchOptions = {}

  constructor(userData: string, clock: JourneyClock) {
    this.userData = userData
    this.clock = clock
  }

  async launch(options: LaunchOptions = {}): Promise<ElectronApplication> {
    if (this.#running) throw new Error('the app is running already')
    this.#options = options
    const env: Record<string, string> = {}
    for (const [name, value] of Object.entries({ ...process.env, ...this.clock.environment, ...options.env }))
      if (value !== undefined) env[name] = value
    const electron = await _electron.launch({
      // Electron's own arguments come before the app's folder.
      args: [
        ...(hasDisplay() ? [] : [headlessSwitch]),
        '-r',
        clockAhead,
        repository,
        `--user-data-dir=${options.userData ?? this.userData}`,
        ...(options.args ?? []),
      ],
      env,
      // Else Playwright shows every page in the light scheme, whatever the app says.
      colorScheme: null,
    })
    this.#running = electron
    electron.once('close', () => {
      if (this.#running === electron) this.#running = undefined
    })
    watchProblems(electron.context(), this.problems)
    const { stderr } = electron.process()
    if (stderr) watchWarnings(stderr, this.problems)
    await electron.context().addInitScript(putAhead, this.clock.ahead)
    return electron
  }

  /** From now on the clock starts at `at` and goes on from there; the app looks at it at once, as after sleep. */
  async setClock(at: Instant, zone = this.clock.now().zone): Promise<void> {
    this.clock.set({ at, zone })
    await this.electron.evaluate(({ powerMonitor }, environment) => {
      Object.assign(process.env, environment)
      powerMonitor.emit('resume')
    }, this.clock.environment)
    for (const window of this.electron.windows()) await window.evaluate(putAhead, this.clock.ahead)
  }

  /** Sends an event to the page of the first window, as main would. */
  async emit<Name extends EventName>(name: Name, event: Event<Name>): Promise<void> {
    await this.electron.evaluate(
      ({ BrowserWindow }, sent) => BrowserWindow.getAllWindows()[0]?.webContents.send(sent.name, sent.event),
      { name, event },
    )
  }

  /** Quits the app as a person would and starts it again on the same profile. */
  async relaunch(options: LaunchOptions = this.#options): Promise<ElectronApplication> {
    await this.close()
    return this.launch(options)
  }

  get isRunning(): boolean {
    return this.#running !== undefined
  }

  get electron(): ElectronApplication {
    if (!this.#running) throw new Error('the app is not running')
    return this.#running
  }

  /** Finds a window by its title: the order of windows means nothing, a hidden one may come first. */
  async window(title: string | RegExp): Promise<Page> {
    let found: Page | undefined
    await expect(async () => {
      const titled = await Promise.all(
        this.electron.windows().map(async (page) => ({ page, title: await page.title() })),
      )
      found = titled.find((entry) =>
        typeof title === 'string' ? entry.title === title : title.test(entry.title),
      )?.page
      expect(found, `a window titled ${title}`).toBeDefined()
      // The first one may have been there before what goes into every page; a page that is just being replaced is asked again.
      await found?.evaluate(putAhead, this.clock.ahead)
    }).toPass({ timeout: 60_000 })
    if (!found) throw new Error(`no window is titled ${title}`)
    return found
  }

  /** Ends the main process as `kill -9` does: nothing of the app runs on. */
  async kill(): Promise<void> {
    const closed = this.electron.waitForEvent('close')
    this.electron.process().kill('SIGKILL')
    await closed
    this.#running = undefined
  }

  async close(): Promise<void> {
    await this.#running?.close()
    this.#running = undefined
  }
}

/** In a page: its clock is ahead as well, of the machine's and not of what it was before. */
function putAhead(ahead: number): void {
  const real: () => number = Reflect.get(Date, 'real') ?? Date.now
  Object.assign(Date, { real, now: () => real() + ahead })
}
