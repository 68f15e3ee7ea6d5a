import type { App as ElectronApp } from 'electron'
import { AppPaths } from './appPaths'
import { AppSwitches } from './appSwitches'
import type { Faithful } from './faithful'
import { launch } from './launch'
import { LoginItems } from './loginItems'
import { readiness } from './readiness'
import { record } from './records'
import { exit, quit, relaunchOnExit } from './shutdown'
import { type Handover, hasLock, releaseLock, requestLock } from './singleInstanceLock'
import { StrictEmitter, strict } from './strict'

const events = [
  'ready',
  'will-finish-launching',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'open-file',
  'open-url',
  'activate',
  'did-become-active',
  'second-instance',
  'browser-window-blur',
  'browser-window-focus',
  'browser-window-created',
  'web-contents-created',
  'certificate-error',
  'login',
  'render-process-gone',
  'child-process-gone',
  'session-created',
  'accessibility-support-changed',
] as const

type LoginItemSettings = ReturnType<ElectronApp['getLoginItemSettings']>

/** Electron's `app`. */
class App extends StrictEmitter {
  readonly #paths = new AppPaths()
  readonly #whenReady: Promise<void>
  #resolveReady: () => void = () => undefined
  #name = 'Electron'
  #version = '0.0.0'
  #appPath = ''
  readonly #loginItems = new LoginItems(launch.executable)
  readonly commandLine = strict(
    'app.commandLine',
    new AppSwitches(launch.args),
  ) as unknown as ElectronApp['commandLine']
  readonly isPackaged = launch.isPackaged
  readonly dock = undefined
  readonly userAgentFallback = 'stand-in'

  constructor() {
    super(events)
    this.#whenReady = new Promise((resolve) => {
      this.#resolveReady = resolve
    })
  }

  /** The launcher's part, before the app's own code runs. */
  static describe(double: App, about: { name: string; version: string; path: string }): void {
    double.#name = about.name
    double.#version = about.version
    double.#appPath = about.path
  }

  /** Playwright's loader replaces `emit`, so the event goes through the property. */
  static becomeReady(double: App): void {
    readiness.isReady = true
    double.emit('will-finish-launching')
    double.emit('ready', { preventDefault: () => undefined, defaultPrevented: false }, {})
    double.#resolveReady()
  }

  get name(): string {
    return this.#name
  }

  set name(name: string) {
    this.#name = name
  }

  whenReady(): Promise<void> {
    return this.#whenReady
  }

  isReady(): boolean {
    return readiness.isReady
  }

  quit(): void {
    quit()
  }

  exit(exitCode?: number): void {
    exit(exitCode)
  }

  relaunch(options: { args?: string[] } = {}): void {
    relaunchOnExit(options.args ?? launch.args)
  }

  focus(): void {}

  getAppPath(): string {
    return this.#appPath
  }

  getPath(name: Parameters<ElectronApp['getPath']>[0]): string {
    return this.#paths.get(name, this.#name)
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  setAppLogsPath(path?: string): void {
    if (path !== undefined) this.#paths.set('logs', path)
  }

  getName(): string {
    return this.#name
  }

  setName(name: string): void {
    this.#name = name
  }

  getVersion(): string {
    return this.#version
  }

  getLocale(): string {
    return readiness.isReady ? 'en-US' : ''
  }

  getSystemLocale(): string {
    return 'en-US'
  }

  getPreferredSystemLanguages(): string[] {
    return ['en-US']
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const [executable = '', ...args] = launch.argv
    // Chromium adds switches of its own to what it hands over: an app must not count positions.
    const argv = [executable, '--allow-file-access-from-files', ...args]
    const message = { argv, workingDirectory: launch.workingDirectory, additionalData }
    return requestLock(this.getPath('userData'), message, (handover) => void this.#secondInstance(handover))
  }

  hasSingleInstanceLock(): boolean {
    return hasLock()
  }

  releaseSingleInstanceLock(): void {
    releaseLock()
  }

  enableSandbox(): void {
    if (readiness.isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  disableHardwareAcceleration(): void {
    if (readiness.isReady) throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
  }

  setAboutPanelOptions(options: object): void {
    record('app', 'setAboutPanelOptions', options)
  }

  showAboutPanel(): void {
    record('app', 'showAboutPanel')
  }

  setAppUserModelId(id: string): void {
    record('app', 'setAppUserModelId', id)
  }

  setAsDefaultProtocolClient(protocol: string): boolean {
    record('app', 'setAsDefaultProtocolClient', protocol)
    return true
  }

  setUserTasks(tasks: Parameters<ElectronApp['setUserTasks']>[0]): boolean {
    record('app', 'setUserTasks', tasks)
    return true
  }

  setLoginItemSettings(settings: Parameters<ElectronApp['setLoginItemSettings']>[0]): void {
    record('app', 'setLoginItemSettings', settings)
    this.#loginItems.set(settings)
  }

  getLoginItemSettings(options?: Parameters<ElectronApp['getLoginItemSettings']>[0]): LoginItemSettings {
    return this.#loginItems.get(options)
  }

  setBadgeCount(count?: number): boolean {
    record('app', 'setBadgeCount', count)
    return true
  }

  async #secondInstance({ argv, workingDirectory, additionalData }: Handover): Promise<void> {
    await this.whenReady()
    const event = { preventDefault: () => undefined, defaultPrevented: false }
    this.emit('second-instance', event, argv, workingDirectory, additionalData)
  }
}

export const app = new App()
export const { describe: describeApp, becomeReady } = App

true satisfies Faithful<App, ElectronApp>
