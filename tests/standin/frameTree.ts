import type { DevtoolsSession } from './devtools'
import { type FramePage, WebFrameMain } from './frame'

/** Name of the preload's world, as Electron calls it. */
export const isolatedWorldName = 'Electron Isolated Context'

/** Follows a page's frames and the script contexts in them. */
export class FrameTree {
  readonly #page: FramePage
  readonly #frames = new Map<string, WebFrameMain>()
  readonly #contexts = new Map<number, { frameId: string; isolated: boolean }>()
  /** In a page without sites of other processes, the main frame bears the target's id. */
  readonly mainId: string

  constructor(page: FramePage, mainId: string) {
    this.#page = page
    this.mainId = mainId
    this.#add(mainId, undefined)
  }

  follow(session: DevtoolsSession): void {
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => this.#add(frameId, parentFrameId))
    session.on('Page.frameNavigated', ({ frame }) => {
      WebFrameMain.navigate(this.#add(frame.id, frame.parentId), frame.url + (frame.urlFragment ?? ''))
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.#frames.get(frameId)
      if (frame) WebFrameMain.navigate(frame, url)
    })
    session.on('Page.frameDetached', ({ frameId }) => {
      const frame = this.#frames.get(frameId)
      if (frame) WebFrameMain.detach(frame)
      this.#frames.delete(frameId)
    })
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId, isDefault } = context.auxData as { frameId?: string; isDefault?: boolean }
      const isolated = context.name === isolatedWorldName
      if (frameId && (isolated || isDefault)) this.#contexts.set(context.id, { frameId, isolated })
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      this.#contexts.delete(executionContextId),
    )
    session.on('Runtime.executionContextsCleared', () => this.#contexts.clear())
  }

  get main(): WebFrameMain {
    return this.#add(this.mainId, undefined)
  }

  frame(id: string): WebFrameMain | undefined {
    return this.#frames.get(id)
  }

  children(id: string): WebFrameMain[] {
    return [...this.#frames.values()].filter((frame) => WebFrameMain.parentIdOf(frame) === id)
  }

  frameOfContext(contextId: number): WebFrameMain | undefined {
    return this.#frames.get(this.#contexts.get(contextId)?.frameId ?? '')
  }

  contextOf(frameId: string, world: 'isolated' | 'main'): number | undefined {
    const wanted = [...this.#contexts].findLast(
      ([, context]) => context.frameId === frameId && context.isolated === (world === 'isolated'),
    )
    return wanted?.[0]
  }

  #add(id: string, parentId: string | undefined): WebFrameMain {
    const known = this.#frames.get(id)
    if (known) return known
    const frame = new WebFrameMain(this.#page, id, parentId)
    this.#frames.set(id, frame)
    return frame
  }
}
