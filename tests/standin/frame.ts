import type { WebFrameMain as ElectronWebFrameMain } from 'electron'
import { originOf, toApp } from './address'
import type { Faithful } from './faithful'

/** What a frame needs of the page it belongs to. */
export interface FramePage {
  readonly processId: number
  frame(id: string): WebFrameMain | undefined
  children(id: string): WebFrameMain[]
  sendTo(frameId: string, channel: string, args: unknown[]): void
}

let routingIds = 0

/** One frame of a page, with the address the app knows it by. */
export class WebFrameMain {
  readonly #page: FramePage
  readonly #id: string
  readonly #parentId: string | undefined
  #address = 'about:blank'
  #detached = false
  readonly routingId = ++routingIds
  readonly name = ''

  constructor(page: FramePage, id: string, parentId: string | undefined) {
    this.#page = page
    this.#id = id
    this.#parentId = parentId
  }

  static navigate(frame: WebFrameMain, address: string): void {
    frame.#address = address
  }

  static detach(frame: WebFrameMain): void {
    frame.#detached = true
  }

  static parentIdOf(frame: WebFrameMain): string | undefined {
    return frame.#parentId
  }

  get url(): string {
    return toApp(this.#address)
  }

  get origin(): string {
    return originOf(this.url)
  }

  get processId(): number {
    return this.#page.processId
  }

  get parent(): ElectronWebFrameMain | null {
    return asFrame(this.#parentId === undefined ? undefined : this.#page.frame(this.#parentId))
  }

  get top(): ElectronWebFrameMain | null {
    return this.#parentId === undefined ? asFrame(this) : (this.parent?.top ?? null)
  }

  get frames(): ElectronWebFrameMain[] {
    return this.#page.children(this.#id).map((frame) => asFrame(frame) as ElectronWebFrameMain)
  }

  get detached(): boolean {
    return this.#detached
  }

  get frameToken(): string {
    return this.#id
  }

  isDestroyed(): boolean {
    return this.#detached
  }

  send(channel: string, ...args: unknown[]): void {
    this.#page.sendTo(this.#id, channel, args)
  }
}

/** The double is a part of Electron's class; `Faithful` below holds that the part is right. */
export function asFrame(frame: WebFrameMain | undefined): ElectronWebFrameMain | null {
  return (frame as unknown as ElectronWebFrameMain) ?? null
}

true satisfies Faithful<WebFrameMain, ElectronWebFrameMain>
