import { isBlankOnPurpose } from './targets'

interface FrameTreeAnswer {
  result?: { frameTree: { frame: { id: string; url: string } } }
}

/**
 * Tells a client which pages hold nothing yet, by the address `:` that Electron's have: Playwright then waits for the first
 * document instead of handing out a page that is about to be replaced.
 */
export class EmptyPages {
  readonly #asked = new Set<string>()

  outgoing(text: string): void {
    if (!text.includes('"Page.getFrameTree"')) return
    const { id, sessionId } = JSON.parse(text) as { id: number; sessionId: string }
    this.#asked.add(`${id}|${sessionId}`)
  }

  incoming(text: string): string {
    if (this.#asked.size === 0 || !text.includes('"frameTree"')) return text
    const answer = JSON.parse(text) as FrameTreeAnswer & { id: number; sessionId: string }
    const frame = answer.result?.frameTree.frame
    if (!this.#asked.delete(`${answer.id}|${answer.sessionId}`) || !frame) return text
    if (frame.url !== 'about:blank' || isBlankOnPurpose(frame.id)) return text
    frame.url = ':'
    return JSON.stringify(answer)
  }
}
