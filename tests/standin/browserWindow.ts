import type {
  BrowserWindowConstructorOptions,
  BrowserWindow as ElectronBrowserWindow,
  WebContents as ElectronWebContents,
  Rectangle,
} from 'electron'
import { app } from './app'
import { headless } from './browser'
import { desktop } from './desktop'
import type { Faithful } from './faithful'
import { NativeWindow, type WindowState } from './nativeWindow'
import type { Page } from './page'
import { comesHere } from './platformEvents'
import { preventable } from './preventable'
import { readiness } from './readiness'
import { record } from './records'
import { closePrevented, windowClosed } from './shutdown'
import { StrictEmitter } from './strict'
import { openTarget } from './targets'
import { asWebContents, pageOf, WebContents } from './webContents'
import { centered, checkPreferences, lookOf, within } from './windowOptions'
import { openWindows } from './windowRegistry'

const events = [
  'page-title-updated',
  'close',
  'closed',
  'unresponsive',
  'responsive',
  'blur',
  'focus',
  'show',
  'hide',
  'ready-to-show',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
  'will-resize',
  'resize',
  'resized',
  'will-move',
  'move',
  'moved',
  'enter-full-screen',
  'leave-full-screen',
  'always-on-top-changed',
  'session-end',
  'query-session-end',
  'app-command',
] as const

type Options = BrowserWindowConstructorOptions
type Shape = 'normal' | 'maximized' | 'fullscreen'

/** What is said when a window takes a shape, and when it leaves it for the normal one. */
const shapeEvents = {
  maximized: ['maximize', 'unmaximize'],
  fullscreen: ['enter-full-screen', 'leave-full-screen'],
} as const

let ids = 0
let focused: BrowserWindow | null = null
/** The last windows that had the keyboard, the present one first. */
let lastFocused: BrowserWindow[] = []

/**
 * Electron's `BrowserWindow`. Its own state is kept here; where nobody looks that is all, and its page is as large as it says. On a
 * screen a native window follows it and tells what a person does to it.
 */
export class BrowserWindow extends StrictEmitter {
  readonly #contents: WebContents
  readonly #native: NativeWindow | null
  readonly #options: Options
  #bounds: Rectangle
  #shape: Shape = 'normal'
  #visible = false
  #minimized = false
  #destroyed = false
  #title: string
  #onTop: boolean
  #menuBar = true
  #isReady = false
  readonly id = ++ids

  constructor(options: Options = {}) {
    super(events)
    if (!readiness.isReady) throw new Error('Cannot create BrowserWindow before app is ready')
    this.#options = options
    this.#title = options.title ?? app.getName()
    this.#onTop = options.alwaysOnTop ?? false
    this.#bounds = within(options, {
      ...centered(options),
      ...(options.x !== undefined && { x: options.x }),
      ...(options.y !== undefined && { y: options.y }),
    })
    const native = headless ? null : new NativeWindow(lookOf(options, this.#title), this.#bounds)
    this.#native = native
    this.#contents = new WebContents({
      preload: checkPreferences(options),
      size: this.#bounds,
      open: (onGone) => native?.open(onGone) ?? openTarget(this.#bounds, onGone),
    })
    openWindows.add(this)
    this.#listen()
    app.emit('browser-window-created', preventable({}), asBrowserWindow(this))
    if (options.show !== false) setImmediate(() => !this.#destroyed && !this.#visible && this.show())
  }

  static getAllWindows(): ElectronBrowserWindow[] {
    return [...openWindows].map(asBrowserWindow)
  }

  static getFocusedWindow(): ElectronBrowserWindow | null {
    return focused && asBrowserWindow(focused)
  }

  static fromWebContents(contents: ElectronWebContents): ElectronBrowserWindow | null {
    const found = [...openWindows].find((window) => window.webContents === contents)
    return found ? asBrowserWindow(found) : null
  }

  static fromId(id: number): ElectronBrowserWindow | null {
    const found = [...openWindows].find((window) => window.id === id)
    return found ? asBrowserWindow(found) : null
  }

  get webContents(): ElectronWebContents {
    return asWebContents(this.#contents)
  }

  get title(): string {
    return this.#title
  }

  set title(title: string) {
    this.#title = title
  }

  async loadURL(url: string): Promise<void> {
    // Hidden, it gets its page when it is shown, and an app shows it when it is ready.
    if (this.#native && !this.#visible) setImmediate(() => this.#becomeReady())
    await this.#contents.loadURL(url)
  }

  reload(): void {
    this.#contents.reload()
  }

  show(): void {
    this.#show(true)
    this.focus()
  }

  showInactive(): void {
    this.#show(false)
  }

  hide(): void {
    if (!this.#visible) return
    if (process.platform === 'darwin' && this.#shape === 'fullscreen') record('window', 'leaveBlackSpace')
    this.#visible = false
    this.#native?.hide()
    this.blur()
    this.emit('hide')
    if (!desktop.hasWindowManager) lastFocused.find((window) => window.isVisible())?.focus()
  }

  isVisible(): boolean {
    return this.#visible && !this.#minimized
  }

  focus(): void {
    if (!this.isVisible()) return
    if (this.#native) this.#native.focus()
    else this.#focused()
  }

  blur(): void {
    if (focused !== this) return
    focused = null
    this.emit('blur', preventable({}))
    app.emit('browser-window-blur', preventable({}), asBrowserWindow(this))
  }

  isFocused(): boolean {
    return focused === this
  }

  close(): void {
    if (this.#destroyed) return
    const event = preventable({})
    this.emit('close', event)
    if (event.defaultPrevented) closePrevented()
    else this.destroy()
  }

  destroy(): void {
    if (this.#destroyed) return
    this.blur()
    this.#destroyed = true
    this.#visible = false
    openWindows.delete(this)
    pageOf(this.#contents).close()
    // Later, as on Electron: whoever closes a window may still finish its own turn.
    setImmediate(() => {
      this.emit('closed')
      windowClosed()
    })
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  getBounds(): Rectangle {
    return { ...(this.#shape === 'normal' ? this.#bounds : desktop.workArea) }
  }

  getNormalBounds(): Rectangle {
    return { ...this.#bounds }
  }

  getContentBounds(): Rectangle {
    return this.getBounds()
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.#bounds
    const next = within(this.#options, { ...before, ...bounds })
    this.#bounds = next
    this.#shape = 'normal'
    this.#native?.move(next)
    this.#place(before, next)
  }

  setContentBounds(bounds: Rectangle): void {
    this.setBounds(bounds)
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getSize(): number[] {
    const { width, height } = this.getBounds()
    return [width, height]
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height)
  }

  getContentSize(): number[] {
    return this.getSize()
  }

  setMinimumSize(width: number, height: number): void {
    Object.assign(this.#options, { minWidth: width, minHeight: height })
    this.#native?.change({ minimum: { width, height } })
  }

  getMinimumSize(): number[] {
    return [this.#options.minWidth ?? 0, this.#options.minHeight ?? 0]
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }

  getPosition(): number[] {
    const { x, y } = this.getBounds()
    return [x, y]
  }

  center(): void {
    const { width, height } = this.#bounds
    this.setBounds(centered({ width, height }))
  }

  maximize(): void {
    this.#reshape('maximized')
    this.#show(false)
  }

  unmaximize(): void {
    if (this.#shape === 'maximized') this.#reshape('normal')
  }

  isMaximized(): boolean {
    return this.#shape === 'maximized'
  }

  setFullScreen(flag: boolean): void {
    const change = () => {
      if (flag) this.#reshape('fullscreen')
      else if (this.#shape === 'fullscreen') this.#reshape('normal')
    }
    // There it is a journey to another space and back.
    if (process.platform === 'darwin') setImmediate(change)
    else change()
  }

  isFullScreen(): boolean {
    return this.#shape === 'fullscreen'
  }

  isNormal(): boolean {
    return this.#shape === 'normal' && !this.#minimized
  }

  minimize(): void {
    if (this.#minimized) return
    // A hidden one comes to the taskbar.
    this.#show(false)
    this.#native?.setState('minimized')
    this.#setMinimized(true)
  }

  restore(): void {
    if (!this.#minimized) return
    this.#native?.setState(this.#shape)
    this.#setMinimized(false)
    this.focus()
  }

  isMinimized(): boolean {
    return this.#minimized
  }

  setTitle(title: string): void {
    this.#title = title
    this.#native?.setTitle(title)
  }

  getTitle(): string {
    return this.#title
  }

  setBackgroundColor(backgroundColor: string): void {
    Object.assign(this.#options, { backgroundColor })
  }

  getBackgroundColor(): string {
    return this.#options.backgroundColor ?? '#FFFFFF'
  }

  setMenu(_menu: unknown): void {}

  removeMenu(): void {}

  setMenuBarVisibility(visible: boolean): void {
    this.#menuBar = visible
  }

  isMenuBarVisible(): boolean {
    return this.#menuBar
  }

  setAutoHideMenuBar(_hide: boolean): void {}

  setAlwaysOnTop(flag: boolean): void {
    this.#onTop = flag
    this.#native?.change({ alwaysOnTop: flag })
    this.emit('always-on-top-changed', preventable({}), flag)
  }

  isAlwaysOnTop(): boolean {
    return this.#onTop
  }

  setSkipTaskbar(skip: boolean): void {
    this.#native?.change({ skipTaskbar: skip })
  }

  setVisibleOnAllWorkspaces(_visible: boolean): void {}

  moveTop(): void {}

  setIcon(_icon: unknown): void {}

  flashFrame(_flag: boolean): void {}

  setProgressBar(_progress: number): void {}

  #listen(): void {
    this.#contents.on('page-title-updated', (_event, title: string, explicitSet: boolean) => {
      const event = preventable({})
      this.emit('page-title-updated', event, title, explicitSet)
      if (!event.defaultPrevented) this.#title = title
    })
    const page = pageOf(this.#contents)
    page.on('paint', () => this.#becomeReady())
    page.on('load', () => this.#becomeReady())
    page.once('close', () => this.destroy())
    if (this.#native) this.#listenToPerson(page, this.#native)
  }

  #listenToPerson(page: Page, native: NativeWindow): void {
    page.on('close-request', () => this.close())
    page.on('message', (message) => {
      if (message.kind !== 'focus') return
      if (message.focused) this.#focused()
      else this.blur()
    })
    for (const event of ['paint', 'load', 'fail', 'crash'] as const) page.once(event, () => native.painted())
    native.on('focus', () => this.#focused())
    native.on('placed', (bounds, state) => this.#placed(bounds, state))
  }

  #becomeReady(): void {
    if (this.#isReady || this.#destroyed) return
    this.#isReady = true
    this.emit('ready-to-show')
  }

  #show(active: boolean): void {
    if (this.#visible) return
    this.#visible = true
    if (!this.#isReady) record('window', 'showUnpainted', this.#title)
    // All windows of macOS but panels bring their app with them: shell/browser/native_window_mac.mm
    if (process.platform === 'darwin' && active && this.#options.type !== 'panel') record('app', 'comeForward')
    const before = focused
    // Chromium's new windows take the keyboard.
    void this.#native?.show(active).then(() => active || before === null || before.#native?.focus())
    this.emit('show')
  }

  #focused(): void {
    if (!this.isVisible() || focused === this) return
    focused?.blur()
    focused = this
    lastFocused = [this, ...lastFocused.filter((window) => window !== this && !window.isDestroyed())]
    this.emit('focus', preventable({}))
    app.emit('browser-window-focus', preventable({}), asBrowserWindow(this))
  }

  #setMinimized(minimized: boolean): void {
    this.#minimized = minimized
    if (minimized) this.blur()
    this.emit(minimized ? 'minimize' : 'restore')
  }

  #reshape(shape: Shape): void {
    if (this.#shape === shape) return
    this.#native?.setState(shape)
    this.#take(shape)
  }

  #take(shape: Shape): void {
    const before = this.getBounds()
    const left = this.#shape
    this.#shape = shape
    if (shape !== 'normal') this.emit(shapeEvents[shape][0])
    else if (left !== 'normal') this.emit(shapeEvents[left][1])
    this.#place(before, this.getBounds())
  }

  /** What a person or the window manager made of the window. */
  #placed(bounds: Rectangle, state: WindowState): void {
    if (this.#destroyed) return
    const minimized = state === 'minimized'
    if (minimized !== this.#minimized) this.#setMinimized(minimized)
    if (state === 'minimized') return
    if (state !== this.#shape) this.#take(state)
    if (state !== 'normal') return
    const before = this.#bounds
    this.#bounds = bounds
    this.#place(before, bounds)
  }

  #place(before: Rectangle, now: Rectangle): void {
    if (before.x !== now.x || before.y !== now.y) this.#announce('move', 'moved')
    if (before.width === now.width && before.height === now.height) return
    pageOf(this.#contents).resize({ width: now.width, height: now.height })
    this.#announce('resize', 'resized')
  }

  /** The second event of each pair comes once, after the last of a row of changes. */
  #announce(during: string, after: string): void {
    this.emit(during)
    if (comesHere('BrowserWindow', after)) setImmediate(() => !this.#destroyed && this.emit(after))
  }
}

/** The double is a part of Electron's class; `Faithful` below holds that the part is right. */
export function asBrowserWindow(window: BrowserWindow): ElectronBrowserWindow {
  return window as unknown as ElectronBrowserWindow
}

true satisfies Faithful<BrowserWindow, ElectronBrowserWindow>
true satisfies Faithful<typeof BrowserWindow, typeof ElectronBrowserWindow>
