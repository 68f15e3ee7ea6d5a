import type * as Electron from 'electron'
import type { WebContents as ElectronWebContents, WebFrameMain as ElectronWebFrameMain, Session } from 'electron'
import { toApp } from './address'
import { app } from './app'
import { colorScheme } from './colorScheme'
import type { Protocol } from './devtools'
import type { Faithful } from './faithful'
import { asFrame, type WebFrameMain } from './frame'
import { answerInvoke, receiveSend } from './ipcMain'
import { menuHandlesKey } from './menuKeys'
import { type NavigationRequest, Page, type PageOptions } from './page'
import type { ContextMenuPoint, KeyInput, PageMessage } from './page/pageConfig'
import { decidePermissions } from './permissions'
import { preventable } from './preventable'
import { session } from './session'
import { StrictEmitter } from './strict'
import { openContents, openWindows } from './windowRegistry'

type WindowOpenHandler = Parameters<ElectronWebContents['setWindowOpenHandler']>[0]

const events = [
  'before-input-event',
  'input-event',
  'blur',
  'console-message',
  'context-menu',
  'destroyed',
  'did-fail-load',
  'did-finish-load',
  'did-navigate',
  'did-navigate-in-page',
  'did-start-loading',
  'did-stop-loading',
  'dom-ready',
  'focus',
  'page-title-updated',
  'preload-error',
  'render-process-gone',
  'responsive',
  'unresponsive',
  'will-attach-webview',
  'will-frame-navigate',
  'will-navigate',
  'will-prevent-unload',
  'will-redirect',
  'zoom-changed',
  'did-create-window',
  'did-attach-webview',
] as const

const consoleLevels: Record<string, 'debug' | 'error' | 'info' | 'warning'> = {
  debug: 'debug',
  error: 'error',
  assert: 'error',
  warning: 'warning',
}

let ids = 0

/** Electron's `webContents`: what one page says and does, in Electron's shape. */
export class WebContents extends StrictEmitter {
  readonly #page: Page
  #windowOpenHandler: WindowOpenHandler | undefined
  #title = ''
  #url = ''
  #loading = false
  #crashed = false
  #destroyed = false
  #zoom = 1
  readonly id = ++ids
  readonly session = session.defaultSession as unknown as Session

  constructor(options: Omit<PageOptions, 'mayNavigate'>) {
    super(events)
    this.#page = new Page({ ...options, mayNavigate: (request) => this.#mayNavigate(request) })
    pages.set(this, this.#page)
    openContents.add(this)
    this.#page.emulateScheme(colorScheme.emulated)
    const unfollow = colorScheme.follow(() => this.#page.emulateScheme(colorScheme.emulated))
    this.#page.once('close', () => {
      unfollow()
      openContents.delete(this)
      this.#destroyed = true
      this.emit('destroyed')
    })
    this.#listen()
    app.emit('web-contents-created', preventable({}), asWebContents(this))
  }

  get mainFrame(): ElectronWebFrameMain {
    // There from the first document on; before it nobody can have a message from it.
    return asFrame(this.#page.mainFrame) as ElectronWebFrameMain
  }

  async loadURL(url: string): Promise<void> {
    await decidePermissions(asWebContents(this), url)
    await this.#page.load(url)
  }

  getURL(): string {
    return this.#url
  }

  getTitle(): string {
    return this.#title
  }

  isLoading(): boolean {
    return this.#loading
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  isCrashed(): boolean {
    return this.#crashed
  }

  isFocused(): boolean {
    return [...openWindows].some((window) => window.isFocused() && window.webContents.id === this.id)
  }

  reload(): void {
    this.#crashed = false
    void this.#page.reload()
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    this.#page.sendTo(undefined, channel, args)
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return this.#page.evaluate(code)
  }

  async insertText(text: string): Promise<void> {
    this.#page.insertText(text)
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler
  }

  focus(): void {
    this.emit('focus')
  }

  getZoomFactor(): number {
    return this.#zoom
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.#zoom = factor
    this.#page.zoom(factor)
  }

  getZoomLevel(): number {
    return Math.log(this.#zoom) / Math.log(1.2)
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level)
  }

  undo(): void {
    this.#page.edit('undo')
  }

  redo(): void {
    this.#page.edit('redo')
  }

  cut(): void {
    this.#page.edit('cut')
  }

  copy(): void {
    this.#page.edit('copy')
  }

  paste(): void {
    this.#page.edit('paste')
  }

  pasteAndMatchStyle(): void {
    this.#page.edit('pasteAndMatchStyle')
  }

  delete(): void {
    this.#page.edit('deleteBackward')
  }

  selectAll(): void {
    this.#page.edit('selectAll')
  }

  openDevTools(): void {}

  toggleDevTools(): void {}

  isDevToolsOpened(): boolean {
    return false
  }

  forcefullyCrashRenderer(): void {
    this.#page.crash()
  }

  close(): void {
    const window = [...openWindows].find((candidate) => candidate.webContents.id === this.id)
    if (window) window.close()
    else this.#page.close()
  }

  #listen(): void {
    const page = this.#page
    page.on('start', () => {
      this.#loading = true
      this.emit('did-start-loading')
    })
    page.on('commit', (url) => {
      this.#url = url
      this.#crashed = false
      this.emit('did-navigate', preventable({}), url, 200, 'OK')
    })
    page.on('in-page', (url, frame) => {
      const isMainFrame = frame === page.mainFrame
      if (isMainFrame) this.#url = url
      this.emit('did-navigate-in-page', preventable({}), url, isMainFrame, frame.processId, frame.routingId)
    })
    page.on('dom-ready', () => this.emit('dom-ready', preventable({})))
    page.on('load', () => {
      this.#loading = false
      this.emit('did-finish-load')
      this.emit('did-stop-loading')
    })
    page.on('fail', ({ errno, code, url }) => {
      this.#loading = false
      this.emit(
        'did-fail-load',
        preventable({}),
        errno,
        code,
        url,
        true,
        this.mainFrame.processId,
        this.mainFrame.routingId,
      )
    })
    page.on('crash', () => {
      this.#crashed = true
      const details = { reason: 'crashed', exitCode: 5 }
      this.emit('render-process-gone', preventable({}), details)
      app.emit('render-process-gone', preventable({}), asWebContents(this), details)
    })
    page.on('open-request', (request) => this.#open(request))
    page.on('console', (call) => this.#console(call))
    page.on('message', (message, frame) => this.#receive(message, frame))
  }

  #receive(message: PageMessage, frame: WebFrameMain): void {
    switch (message.kind) {
      case 'invoke':
        void answerInvoke(message.channel, this.#ipcEvent(frame), message.args).then((outcome) => {
          this.#page.reply(
            frame,
            'value' in outcome
              ? { kind: 'answer', id: message.id, value: outcome.value }
              : { kind: 'refusal', id: message.id, message: outcome.message },
          )
        })
        break
      case 'send': {
        const reply = (channel: string, ...args: unknown[]) => this.#page.sendTo(frame.frameToken, channel, args)
        receiveSend(
          message.channel,
          { ...this.#ipcEvent(frame), reply, ports: [], returnValue: undefined },
          message.args,
        )
        break
      }
      case 'open':
        this.#open({ url: toApp(message.url), frameName: message.name, features: message.features })
        break
      case 'title':
        this.#title = message.title
        this.emit('page-title-updated', preventable({}), message.title, true)
        break
      case 'focus':
        this.emit(message.focused ? 'focus' : 'blur')
        break
      case 'key':
        this.#key(message.input, message.handled)
        break
      case 'context-menu':
        this.emit('context-menu', preventable({}), {
          ...contextMenuDefaults,
          ...describePoint(message.at),
          frame: asFrame(frame),
        })
        break
      case 'preload-error':
        this.emit(
          'preload-error',
          preventable({}),
          message.path,
          Object.assign(new Error(message.message), { stack: message.stack }),
        )
        break
    }
  }

  #ipcEvent(frame: WebFrameMain) {
    const about = { type: 'frame' as const, processId: frame.processId, frameId: frame.routingId }
    return preventable({ ...about, sender: asWebContents(this), senderFrame: asFrame(frame) })
  }

  #mayNavigate({ url, frame, isMainFrame, redirect }: NavigationRequest): boolean {
    const params = { url, isSameDocument: false, isMainFrame, frame: asFrame(frame), initiator: asFrame(frame) }
    const ask = (name: string) => {
      const event = preventable(params)
      this.emit(name, event, url, false, isMainFrame, frame.processId, frame.routingId)
      return !event.defaultPrevented
    }
    if (redirect) return ask('will-redirect')
    return ask('will-frame-navigate') && (!isMainFrame || ask('will-navigate'))
  }

  #open({ url, frameName, features }: { url: string; frameName: string; features: string }): void {
    const referrer = { url: '', policy: 'strict-origin-when-cross-origin' as const }
    const details = { url, frameName, features, disposition: 'foreground-tab' as const, referrer }
    const answer = this.#windowOpenHandler?.(details)
    if (answer?.action !== 'deny') throw new Error(`not in the stand-in: a window opened by a page (${url})`)
  }

  #key(input: KeyInput, handled: boolean): void {
    const modifiers = (['shift', 'control', 'alt', 'meta'] as const).filter((modifier) => input[modifier])
    const event = {
      defaultPrevented: false,
      preventDefault: () => {
        throw new Error('not in the stand-in: preventing a before-input-event (the key has reached the page)')
      },
    }
    this.emit('input-event', preventable({}), { type: input.type, modifiers })
    this.emit('before-input-event', event, { ...input, isComposing: false, location: 0, modifiers })
    if (!handled && input.type === 'keyDown') menuHandlesKey(input)
  }

  #console(call: Protocol.Runtime.consoleAPICalledPayload): void {
    const message = call.args
      .map((argument) => String(argument.value ?? argument.description ?? argument.type))
      .join(' ')
    const at = call.stackTrace?.callFrames[0]
    const level = consoleLevels[call.type] ?? 'info'
    const params = { message, level, lineNumber: at?.lineNumber ?? 0, sourceId: at?.url ?? '', frame: this.mainFrame }
    this.emit('console-message', preventable(params))
  }
}

const pages = new WeakMap<WebContents, Page>()

/** The page behind a `webContents`, for the double's other parts. */
export function pageOf(contents: WebContents): Page {
  const page = pages.get(contents)
  if (!page) throw new Error('these contents have no page')
  return page
}

/** The double is a part of Electron's class; `Faithful` below holds that the part is right. */
export function asWebContents(contents: WebContents): ElectronWebContents {
  return contents as unknown as ElectronWebContents
}

const contextMenuDefaults = {
  pageURL: '',
  frameURL: '',
  frameCharset: 'UTF-8',
  srcURL: '',
  mediaType: 'none',
  hasImageContents: false,
  titleText: '',
  altText: '',
  suggestedFilename: '',
  selectionRect: { x: 0, y: 0, width: 0, height: 0 },
  selectionStartOffset: 0,
  misspelledWord: '',
  dictionarySuggestions: [],
  menuSourceType: 'mouse',
  spellcheckEnabled: false,
  formControlType: 'none',
} as const

function describePoint(at: ContextMenuPoint) {
  const selected = at.selectionText !== ''
  const editFlags = {
    canUndo: at.isEditable,
    canRedo: at.isEditable,
    canCut: at.isEditable && selected,
    canCopy: selected,
    canPaste: at.isEditable,
    canDelete: at.isEditable && selected,
    canSelectAll: true,
    canEditRichly: at.isEditable,
  }
  return { ...at, editFlags }
}

/** The static side of Electron's `webContents` module. */
export const webContents = {
  getAllWebContents: () => [...openContents].map(asWebContents),
  getFocusedWebContents: () => {
    const focused = [...openContents].find((contents) => contents.isFocused())
    return focused ? asWebContents(focused) : null
  },
  fromId: (id: number) => find((contents) => contents.id === id),
  fromFrame: (frame: ElectronWebFrameMain) => find((contents) => contents.mainFrame === frame.top),
  fromDevToolsTargetId: (targetId: string) => find((contents) => pageOf(contents).targetId === targetId),
}

function find(test: (contents: WebContents) => boolean): ElectronWebContents | undefined {
  const found = [...openContents].find(test)
  return found && asWebContents(found)
}

true satisfies Faithful<WebContents, ElectronWebContents>
true satisfies Faithful<typeof webContents, typeof Electron.webContents>
