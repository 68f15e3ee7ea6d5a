import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import { watchProblems } from './problems'

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
  readonly problems: string[] = []
  #running: ElectronApplication | undefined
  #options: LaunchOptions = {}

  constructor(userData: string) {
    this.userData = userData
  }

  async launch(options: LaunchOptions = {}): Promise<ElectronApplication> {
    if (this.#running) throw new Error('the app is running already')
    this.#options = options
    const env: Record<string, string> = {}
    for (const [name, value] of Object.entries({ ...process.env, ...options.env }))
      if (value !== undefined) env[name] = value
    const electron = await _electron.launch({
      args: [repository, `--user-data-dir=${options.userData ?? this.userData}`, ...(options.args ?? [])],
      env,
      // Else Playwright shows every page in the light scheme, whatever the app says.
      colorScheme: null,
    })
    this.#running = electron
    electron.once('close', () => {
      if (this.#running === electron) this.#running = undefined
    })
    watchProblems(electron.context(), this.problems)
    return electron
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
