import { isAbsolute } from 'node:path'
import type {
  BrowserWindowConstructorOptions,
  BrowserWindow as ElectronBrowserWindow,
  WebContents as ElectronWebContents,
  Rectangle,
} from 'electron'
import { app } from './app'
import type { Faithful } from './faithful'
import { preventable } from './preventable'
import { readiness } from './readiness'
import { workArea } from './screen'
import { closePrevented, windowClosed } from './shutdown'
import { StrictEmitter } from './strict'
import { asWebContents, pageOf, WebContents } from './webContents'
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
type Shape = 'normal' | 'maximized' | 'full-screen'

let ids = 0
let focused: BrowserWindow | null = null

/** Electron's `BrowserWindow`. Its own state is kept here; its page is as large as the window says. */
export class BrowserWindow extends StrictEmitter {
  readonly #contents: WebContents
  readonly #options: Options
  #bounds: Rectangle
  #shape: Shape = 'normal'
  #visible = false
  #minimized = false
  #destroyed = false
  #title: string
  #onTop: boolean
  #menuBar = true
  readonly id = ++ids

  constructor(options: Options = {}) {
    super(events)
    if (!readiness.isReady) throw new Error('Cannot create BrowserWindow before app is ready')
    this.#options = options
    this.#title = options.title ?? app.getName()
    this.#onTop = options.alwaysOnTop ?? false
    this.#bounds = this.#clamp({
      ...centered(options),
      ...(options.x !== undefined && { x: options.x }),
      ...(options.y !== undefined && { y: options.y }),
    })
    this.#contents = new WebContents({ preload: checkPreferences(options), size: this.#bounds })
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
    await this.#contents.loadURL(url)
  }

  reload(): void {
    this.#contents.reload()
  }

  show(): void {
    this.#show()
    this.focus()
  }

  showInactive(): void {
    this.#show()
  }

  hide(): void {
    if (!this.#visible) return
    this.#visible = false
    this.blur()
    this.emit('hide')
  }

  isVisible(): boolean {
    return this.#visible && !this.#minimized
  }

  focus(): void {
    if (!this.isVisible() || focused === this) return
    focused?.blur()
    focused = this
    this.emit('focus', preventable({}))
    app.emit('browser-window-focus', preventable({}), asBrowserWindow(this))
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
    return this.#shape === 'normal' ? { ...this.#bounds } : { ...workArea }
  }

  getNormalBounds(): Rectangle {
    return { ...this.#bounds }
  }

  getContentBounds(): Rectangle {
    return this.getBounds()
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.#bounds
    const next = this.#clamp({ ...before, ...bounds })
    this.#bounds = next
    this.#shape = 'normal'
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
    this.#reshape('maximized', 'maximize')
    this.#show()
  }

  unmaximize(): void {
    if (this.#shape === 'maximized') this.#reshape('normal', 'unmaximize')
  }

  isMaximized(): boolean {
    return this.#shape === 'maximized'
  }

  setFullScreen(flag: boolean): void {
    if (flag) this.#reshape('full-screen', 'enter-full-screen')
    else if (this.#shape === 'full-screen') this.#reshape('normal', 'leave-full-screen')
  }

  isFullScreen(): boolean {
    return this.#shape === 'full-screen'
  }

  isNormal(): boolean {
    return this.#shape === 'normal' && !this.#minimized
  }

  minimize(): void {
    if (this.#minimized) return
    this.#minimized = true
    this.blur()
    this.emit('minimize')
  }

  restore(): void {
    if (!this.#minimized) return
    this.#minimized = false
    this.emit('restore')
    this.focus()
  }

  isMinimized(): boolean {
    return this.#minimized
  }

  setTitle(title: string): void {
    this.#title = title
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
    this.emit('always-on-top-changed', preventable({}), flag)
  }

  isAlwaysOnTop(): boolean {
    return this.#onTop
  }

  setSkipTaskbar(_skip: boolean): void {}

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
    let painted = false
    const ready = () => {
      if (painted || this.#destroyed) return
      painted = true
      this.emit('ready-to-show')
    }
    page.on('paint', ready)
    page.on('load', ready)
    page.once('close', () => this.destroy())
  }

  #show(): void {
    if (this.#visible) return
    this.#visible = true
    this.emit('show')
  }

  #reshape(shape: Shape, event: string): void {
    if (this.#shape === shape) return
    const before = this.getBounds()
    this.#shape = shape
    this.emit(event)
    this.#place(before, this.getBounds())
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
    setImmediate(() => !this.#destroyed && this.emit(after))
  }

  #clamp(bounds: Rectangle): Rectangle {
    const { minWidth = 0, minHeight = 0, maxWidth = Infinity, maxHeight = Infinity } = this.#options
    const between = (value: number, least: number, most: number) =>
      Math.round(Math.min(Math.max(value, least), most || Infinity))
    return {
      x: Math.round(bounds.x),
      y: Math.round(bounds.y),
      width: between(bounds.width, minWidth, maxWidth),
      height: between(bounds.height, minHeight, maxHeight),
    }
  }
}

/** The double is a part of Electron's class; `Faithful` below holds that the part is right. */
export function asBrowserWindow(window: BrowserWindow): ElectronBrowserWindow {
  return window as unknown as ElectronBrowserWindow
}

function centered({ width = 800, height = 600 }: { width?: number; height?: number }): Rectangle {
  const x = workArea.x + Math.round((workArea.width - width) / 2)
  const y = workArea.y + Math.round((workArea.height - height) / 2)
  return { x, y, width, height }
}

/** The double knows sandboxed, isolated pages without Node only; asking for anything else is refused, not ignored. */
function checkPreferences({ webPreferences = {} }: Options): string | null {
  const {
    sandbox = true,
    contextIsolation = true,
    nodeIntegration = false,
    webviewTag = false,
    webSecurity = true,
    preload,
  } = webPreferences
  if (!sandbox) throw new Error('not in the stand-in: webPreferences.sandbox: false')
  if (!contextIsolation) throw new Error('not in the stand-in: webPreferences.contextIsolation: false')
  if (nodeIntegration) throw new Error('not in the stand-in: webPreferences.nodeIntegration: true')
  if (webviewTag) throw new Error('not in the stand-in: webPreferences.webviewTag: true')
  if (!webSecurity) throw new Error('not in the stand-in: webPreferences.webSecurity: false')
  if (preload !== undefined && !isAbsolute(preload))
    throw new Error(`preload script must have absolute path: ${preload}`)
  return preload ?? null
}

true satisfies Faithful<BrowserWindow, ElectronBrowserWindow>
true satisfies Faithful<typeof BrowserWindow, typeof ElectronBrowserWindow>
