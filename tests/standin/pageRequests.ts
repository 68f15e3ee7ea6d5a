import { setTimeout as delay } from 'node:timers/promises'
import { toApp } from './address'
import type { DevtoolsSession, Protocol } from './devtools'
import type { FrameTree } from './frameTree'
import type { NavigationRequest } from './page'
import { answerFromScheme, isServedHere } from './schemeRequest'
import { filterHeaders, filterRequest } from './webRequest'

type Paused = Protocol.Fetch.requestPausedPayload

/**
 * Holds every request of a page: asks about navigations, lets the app's `webRequest` filter, and answers the app's own schemes.
 */
export class PageRequests {
  readonly #session: DevtoolsSession
  readonly #frames: FrameTree
  readonly #mayNavigate: (request: NavigationRequest) => boolean
  /** Addresses the app itself is about to load: not the page's wish, so nobody is asked. */
  readonly #expected = new Set<string>()
  readonly #wished = new Map<string, string>()

  constructor(session: DevtoolsSession, frames: FrameTree, mayNavigate: (request: NavigationRequest) => boolean) {
    this.#session = session
    this.#frames = frames
    this.#mayNavigate = mayNavigate
    // Only navigations that a page starts are announced so; one by the app or by a DevTools client is not.
    session.on('Page.frameRequestedNavigation', ({ frameId, url }) => this.#wished.set(frameId, withoutHash(url)))
    session.on('Fetch.requestPaused', (paused) => {
      this.#handle(paused).catch((error: unknown) => {
        console.error(error)
        this.#fail(paused, 'Failed')
      })
    })
  }

  expect(address: string): void {
    this.#expected.add(withoutHash(address))
  }

  async #handle(paused: Paused): Promise<void> {
    const { requestId, request } = paused
    if (paused.responseStatusCode !== undefined || paused.responseErrorReason) {
      this.#forwardResponse(paused)
      return
    }
    const url = toApp(request.url)
    // A browser asks for the icon of each site; Electron doesn't.
    if (paused.resourceType === 'Other' && url.endsWith('/favicon.ico')) {
      this.#session.tell('Fetch.fulfillRequest', { requestId, responseCode: 204 })
      return
    }
    if (paused.resourceType === 'Document' && !(await this.#allowsNavigation(paused, url)))
      return this.#fail(paused, 'Aborted')
    const filtered = await filterRequest({ url, method: request.method, resourceType: paused.resourceType })
    if (filtered.cancel) return this.#fail(paused, 'BlockedByClient')
    if (!isServedHere(request.url)) {
      this.#session.tell('Fetch.continueRequest', { requestId, interceptResponse: true })
      return
    }
    const answer = await answerFromScheme(url, request)
    if (!answer) return this.#fail(paused, 'Failed')
    const responseHeaders = await filterHeaders(url, answer.status, answer.headers)
    this.#session.tell('Fetch.fulfillRequest', {
      requestId,
      responseCode: answer.status,
      responseHeaders,
      body: answer.body.toString('base64'),
    })
  }

  async #allowsNavigation(paused: Paused, url: string): Promise<boolean> {
    const frame = this.#frames.frame(paused.frameId)
    if (!frame) return true
    const address = withoutHash(paused.request.url)
    const isMainFrame = paused.frameId === this.#frames.mainId
    if (paused.redirectedRequestId) return this.#mayNavigate({ url, frame, isMainFrame, redirect: true })
    if (isMainFrame && this.#expected.delete(address)) return true
    // The announcement comes from the page's process, this request from the browser's: give it a moment.
    if (this.#wished.get(paused.frameId) !== address) await delay(20)
    const wished = this.#wished.get(paused.frameId) === address
    this.#wished.delete(paused.frameId)
    if (isMainFrame && !wished) return true
    return this.#mayNavigate({ url, frame, isMainFrame, redirect: false })
  }

  #forwardResponse(paused: Paused): void {
    const { requestId, responseStatusCode, responseHeaders = [] } = paused
    if (responseStatusCode === undefined) {
      this.#session.tell('Fetch.continueResponse', { requestId })
      return
    }
    void filterHeaders(toApp(paused.request.url), responseStatusCode, responseHeaders).then((headers) => {
      this.#session.tell('Fetch.continueResponse', {
        requestId,
        responseCode: responseStatusCode,
        responseHeaders: headers,
      })
    })
  }

  #fail(paused: Paused, errorReason: Protocol.Network.ErrorReason): void {
    this.#session.tell('Fetch.failRequest', { requestId: paused.requestId, errorReason })
  }
}

function withoutHash(address: string): string {
  return address.replace(/#.*$/, '')
}
