import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { toApp, toChromium } from './address'
import { headless } from './browser'
import type { DevtoolsSession, Protocol } from './devtools'
import type { WebFrameMain } from './frame'
import { FrameTree, isolatedWorldName } from './frameTree'
import { loadFailure } from './loadFailure'
import type { MainMessage, PageMessage } from './page/pageConfig'
import { PageRequests } from './pageRequests'
import { pageScripts } from './pageScripts'
import { closeTarget, noteBlank, type OpenTarget } from './targets'
import { encodeValue } from './wire'

export interface PageOptions {
  readonly preload: string | null
  readonly size: { width: number; height: number }
  /** Opens the page in its window. */
  readonly open: (onGone: () => void) => Promise<OpenTarget>
  /** Asked for each navigation that the page itself starts. */
  readonly mayNavigate: (request: NavigationRequest) => boolean
}

export interface NavigationRequest {
  readonly url: string
  readonly frame: WebFrameMain
  readonly isMainFrame: boolean
  readonly redirect: boolean
}

interface PageEvents {
  start: []
  commit: [url: string]
  'in-page': [url: string, frame: WebFrameMain]
  'dom-ready': []
  paint: []
  load: []
  fail: [ReturnType<typeof loadFailure>]
  crash: []
  close: []
  'close-request': []
  message: [PageMessage, WebFrameMain]
  'open-request': [{ url: string; frameName: string; features: string }]
  console: [Protocol.Runtime.consoleAPICalledPayload]
}

let processIds = 1000

/** One page in Chromium, driven by DevTools: everything a `webContents` does, without Electron's shape. */
export class Page extends EventEmitter<PageEvents> {
  readonly processId = ++processIds
  readonly #secret = randomUUID()
  readonly #options: PageOptions
  readonly #opened: Promise<DevtoolsSession>
  #session: DevtoolsSession | undefined
  #frames: FrameTree | undefined
  #requests: PageRequests | undefined
  #targetId: string | undefined
  #loader = ''
  #closed = false
  /** The app itself is about to replace the document, which then isn't asked. */
  #replacing = false
  /** What is sent to a page whose window isn't there yet; null once it is. Without a person looking it always is. */
  #early: (() => void)[] | null = headless ? null : []
  #size: { width: number; height: number; zoom: number }
  #scheme: 'light' | 'dark' | '' = ''

  constructor(options: PageOptions) {
    super()
    this.#options = options
    this.#size = { ...options.size, zoom: 1 }
    this.#opened = this.#open()
    // Whoever waits for the page hears of a failure; nobody has to.
    this.#opened.catch(() => undefined)
  }

  get targetId(): string | undefined {
    return this.#targetId
  }

  get mainFrame(): WebFrameMain | undefined {
    return this.#frames?.main
  }

  frame(id: string): WebFrameMain | undefined {
    return this.#frames?.frame(id)
  }

  children(id: string): WebFrameMain[] {
    return this.#frames?.children(id) ?? []
  }

  /** Resolves when the document and what it needs have been loaded. */
  async load(url: string): Promise<void> {
    const session = await this.#opened
    this.emit('start')
    const address = toChromium(url)
    this.#requests?.expect(address)
    this.#replacing = true
    const loaded = this.#nextLoad()
    const { errorText, loaderId } = await session.ask('Page.navigate', { url: address })
    if (errorText) {
      loaded.cancel()
      this.#fail(url, errorText)
    }
    if (loaderId) await loaded.done
  }

  async reload(): Promise<void> {
    const session = await this.#opened
    this.#requests?.expect(this.#frames ? toChromium(this.#frames.main.url) : '')
    this.#replacing = true
    session.tell('Page.reload')
  }

  async evaluate(code: string): Promise<unknown> {
    const session = await this.#opened
    const { result, exceptionDetails } = await session.ask('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** Sends to the preload of a frame; without a document that has one, the message is lost, as on Electron. */
  sendTo(frameId: string | undefined, channel: string, args: unknown[]): void {
    const encoded = encodeValue(args)
    const send = () => {
      const id = frameId ?? this.#frames?.mainId
      if (id) this.#post(id, { kind: 'event', channel, args: encoded })
    }
    if (this.#early) this.#early.push(send)
    else send()
  }

  reply(frame: WebFrameMain, message: MainMessage): void {
    this.#post(frame.frameToken, message)
  }

  resize(size: { width: number; height: number }): void {
    this.#size = { ...this.#size, ...size }
    this.#applySize()
  }

  zoom(factor: number): void {
    this.#size = { ...this.#size, zoom: factor }
    this.#applySize()
  }

  emulateScheme(scheme: 'light' | 'dark' | ''): void {
    this.#scheme = scheme
    this.#session?.tell('Emulation.setEmulatedMedia', schemeFeature(scheme))
  }

  insertText(text: string): void {
    this.#session?.tell('Input.insertText', { text })
  }

  /** One of Chromium's editing commands, by the name its key bindings use. */
  edit(command: string): void {
    this.#session?.tell('Input.dispatchKeyEvent', { type: 'keyDown', commands: [command] })
  }

  crash(): void {
    this.#session?.tell('Page.crash')
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    void this.#opened.then(() => this.#targetId && closeTarget(this.#targetId)).catch(() => undefined)
    this.emit('close')
  }

  async #open(): Promise<DevtoolsSession> {
    const scripts = pageScripts({
      secret: this.#secret,
      binding: `standin-${this.#secret}`,
      preloadPath: this.#options.preload,
      isSeen: !headless,
      process: { platform: process.platform, arch: process.arch, versions: versions(), env: environment() },
    })
    const { id, session } = await this.#options.open(() => this.close())
    this.#targetId = id
    this.#session = session
    this.#frames = new FrameTree(this, id)
    this.#frames.follow(session)
    this.#requests = new PageRequests(session, this.#frames, this.#options.mayNavigate)
    this.#listen(session)
    if (this.#scheme) this.emulateScheme(this.#scheme)
    this.#applySize()
    session.tell('Page.enable')
    session.tell('Page.setLifecycleEventsEnabled', { enabled: true })
    session.tell('Runtime.enable')
    session.tell('Inspector.enable')
    session.tell('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    session.tell('Runtime.addBinding', { name: `standin-${this.#secret}`, executionContextName: isolatedWorldName })
    await session.ask('Runtime.runIfWaitingForDebugger')
    // Only now: the empty first document of a window has no preload.
    await session.ask('Page.addScriptToEvaluateOnNewDocument', { source: scripts.mainWorld })
    await session.ask('Page.addScriptToEvaluateOnNewDocument', {
      source: scripts.isolatedWorld,
      worldName: isolatedWorldName,
    })
    return session
  }

  #listen(session: DevtoolsSession): void {
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId) return
      if (frame.url === 'about:blank') noteBlank(frame.id)
      this.#loader = frame.loaderId
      this.#replacing = false
      this.emit('commit', toApp(frame.url))
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.frame(frameId)
      if (frame) this.emit('in-page', toApp(url), frame)
    })
    session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (frameId !== this.#targetId || loaderId !== this.#loader) return
      if (name === 'DOMContentLoaded') this.emit('dom-ready')
      if (name === 'firstPaint') this.emit('paint')
      if (name === 'load') this.emit('load')
    })
    if (!headless) this.#listenToPerson(session)
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      const frame = this.#frames?.frameOfContext(executionContextId)
      if (name !== `standin-${this.#secret}` || !frame) return
      this.emit('message', JSON.parse(payload) as PageMessage, frame)
    })
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      this.emit('open-request', { url: toApp(url), frameName: windowName, features: windowFeatures.join(',') })
    })
    session.on('Runtime.consoleAPICalled', (call) => this.emit('console', call))
    session.on('Inspector.targetCrashed', () => this.emit('crash'))
  }

  /** Where a person looks, the window has a cross, and began with a document that the app knows nothing of. */
  #listenToPerson(session: DevtoolsSession): void {
    // Chromium asks a page before it closes it only if a person has used it.
    this.on('dom-ready', () => session.tell('Runtime.evaluate', { expression: '0', userGesture: true }))
    this.once('load', () => {
      session.tell('Page.resetNavigationHistory')
      for (const send of this.#early ?? []) send()
      this.#early = null
    })
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      if (type !== 'beforeunload') return
      session.tell('Page.handleJavaScriptDialog', { accept: this.#replacing })
      if (!this.#replacing) this.emit('close-request')
    })
  }

  #nextLoad() {
    let cancel: () => void = () => undefined
    const done = new Promise<void>((resolve) => {
      const listener = () => resolve()
      this.once('load', listener)
      this.once('close', listener)
      cancel = () => {
        this.off('load', listener)
        this.off('close', listener)
      }
    })
    return { done, cancel }
  }

  #fail(url: string, errorText: string): never {
    const failure = loadFailure(url, errorText)
    this.#replacing = false
    this.emit('fail', failure)
    throw failure
  }

  #post(frameId: string, message: MainMessage): void {
    const contextId = this.#frames?.contextOf(frameId, 'isolated')
    if (contextId === undefined) return
    this.#session?.tell('Runtime.evaluate', {
      contextId,
      expression: `globalThis[Symbol.for(${JSON.stringify(this.#secret)})](${JSON.stringify(message)})`,
    })
  }

  #applySize(): void {
    // Where a person looks, the page follows the window, and Chromium itself zooms.
    if (!headless) return
    const { width, height, zoom } = this.#size
    this.#session?.tell('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width / zoom),
      height: Math.round(height / zoom),
      deviceScaleFactor: zoom,
      mobile: false,
    })
  }
}

export function schemeFeature(scheme: 'light' | 'dark' | '') {
  return { features: [{ name: 'prefers-color-scheme', value: scheme }] }
}

function versions(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.versions).map(([name, version]) => [name, version ?? '']))
}

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? '']))
}
