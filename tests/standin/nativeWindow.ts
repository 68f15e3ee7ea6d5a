import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { Rectangle } from 'electron'
import { browser } from './browser'
import { desktop } from './desktop'
import type { DevtoolsSession, Protocol } from './devtools'
import { type OpenTarget, openAppTarget } from './targets'
import { type WindowLook, X11Window } from './x11/x11Window'

export interface NativeLook extends WindowLook {
  /** Shown until the page has its own. */
  readonly title: string
  readonly backgroundColor: string
}

export type WindowState = Protocol.Browser.WindowState

interface Events {
  /** The person or the window manager has moved or resized the window, or changed its state. */
  placed: [bounds: Rectangle, state: WindowState]
  focus: []
}

/** Milliseconds after which a window is shown whose page has shown nothing. */
const patience = 3_000

interface Opened {
  readonly session: DevtoolsSession
  readonly windowId: number
  /** Null without an X server. */
  readonly x11: X11Window | null
}

/**
 * The window that a person sees: one of Chromium's without tabs and address. Chromium can't make one that is not on the screen, so it
 * comes into being at its first show. From then on it is taken from the screen and put back, its page alive; without an X server it is
 * minimized instead.
 */
export class NativeWindow extends EventEmitter<Events> {
  readonly #firstShow = deferred<void>()
  readonly #painted = deferred<void>()
  readonly #opened = deferred<Opened>()
  /** What is to be done with the window, one after the other; nothing before it is there. */
  #turn = this.#opened.promise
  #look: NativeLook
  #bounds: Rectangle
  #isOnScreen = true
  #isReading = false

  constructor(look: NativeLook, bounds: Rectangle) {
    super()
    this.#look = look
    this.#bounds = bounds
  }

  /**
   * Resolves at the first show.
   *
   * @param onGone called when the window has been closed by someone else
   */
  async open(onGone: () => void): Promise<OpenTarget> {
    // Already now: the app decides what its pages may do before they are loaded.
    browser()
    await this.#firstShow.promise
    const name = randomUUID()
    const { title, backgroundColor } = this.#look
    const target = await openAppTarget({ name, title, backgroundColor }, onGone)
    const { windowId } = await target.session.ask('Browser.getWindowForTarget')
    const x11 = desktop.x11 && (await X11Window.find(desktop.x11, name))
    await x11?.setProgram(desktop.appId)
    await x11?.describe(this.#look, this.#bounds)
    await x11?.announceState(this.#look)
    const opened = { session: target.session, windowId, x11 }
    const { width, height } = this.#bounds
    await target.session.ask('Browser.setWindowBounds', { windowId, bounds: { width, height } })
    // Its page's end tells of a window that goes before.
    this.#enter(opened).catch(() => undefined)
    return target
  }

  /** Moves it from off the screen to its place. */
  async #enter(opened: Opened): Promise<void> {
    await Promise.race([this.#painted.promise, delay(patience)])
    await opened.x11?.follow(() => this.#readPlaceSoon())
    await this.#place(opened)
    this.#opened.resolve(opened)
  }

  /** The page has something to show. */
  painted(): void {
    this.#painted.resolve()
  }

  /** @param active whether it may get the keyboard by being shown */
  async show(active: boolean): Promise<void> {
    this.#firstShow.resolve()
    await this.#do(async (opened) => {
      if (this.#isOnScreen) return
      this.#isOnScreen = true
      if (opened.x11) await opened.x11.show(this.#look, active)
      else await setState(opened, 'normal')
      await this.#place(opened)
    })
  }

  hide(): void {
    this.#do(async (opened) => {
      this.#isOnScreen = false
      if (opened.x11) opened.x11.hide()
      else await setState(opened, 'minimized')
    })
  }

  focus(): void {
    this.#do(async ({ session }) => {
      await session.ask('Page.bringToFront')
      // A page that still counted as focused when its window was hidden says nothing when it is back.
      const { result } = await session.ask('Runtime.evaluate', { expression: 'document.hasFocus()' })
      if (result.value === true) this.emit('focus')
    })
  }

  move(bounds: Rectangle): void {
    this.#bounds = bounds
    this.#do(async (opened) => {
      await setState(opened, 'normal')
      await opened.x11?.describe(this.#look, bounds)
      await this.#place(opened)
    })
  }

  setState(state: WindowState): void {
    this.#firstShow.resolve()
    this.#do((opened) => setState(opened, state))
  }

  setTitle(title: string): void {
    this.#do((opened) => opened.x11?.setTitle(title))
  }

  change(look: Partial<NativeLook>): void {
    this.#look = { ...this.#look, ...look }
    this.#do(async ({ x11 }) => {
      await x11?.describe(this.#look, this.#bounds)
      if (this.#isOnScreen) await x11?.announceState(this.#look)
    })
  }

  /** The window may go while something is done with it: its page's end tells of that. */
  #do(work: (opened: Opened) => unknown): Promise<unknown> {
    this.#turn = this.#turn.then(async (opened) => {
      await Promise.resolve(work(opened)).catch(() => undefined)
      return opened
    })
    return this.#turn
  }

  /** With its frame it is no larger than the screen, and its title bar can be reached, as a window manager has it. */
  async #place({ session, windowId, x11 }: Opened): Promise<void> {
    const { left = 0, right = 0, top = 0, bottom = 0 } = (await x11?.frame()) ?? {}
    const { y, width, height } = desktop.workArea
    const bounds = {
      left: this.#bounds.x,
      top: Math.max(this.#bounds.y, y + top),
      width: Math.min(this.#bounds.width, width - left - right),
      height: Math.min(this.#bounds.height, height - top - bottom),
    }
    await session.ask('Browser.setWindowBounds', { windowId, bounds })
  }

  #readPlaceSoon(): void {
    if (this.#isReading) return
    this.#isReading = true
    this.#do(async ({ x11 }) => {
      this.#isReading = false
      const place = this.#isOnScreen && (await x11?.place())
      if (!place) return
      if (place.state === 'normal') this.#bounds = place.area
      this.emit('placed', place.area, place.state)
    })
  }
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

/** Chromium changes from one state to another by way of `normal` only. */
async function setState({ session, windowId }: Opened, windowState: WindowState): Promise<void> {
  const { bounds } = await session.ask('Browser.getWindowBounds', { windowId })
  if (bounds.windowState === windowState) return
  if (bounds.windowState !== 'normal') {
    await session.ask('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
  }
  if (windowState !== 'normal') await session.ask('Browser.setWindowBounds', { windowId, bounds: { windowState } })
}
