import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { BrowserContext, Frame, Request } from '@playwright/test'

/** Collects what pages must never do: log an error, break the content security policy, ask anyone but the app. */
export function watchProblems(context: BrowserContext, problems: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`))
  const look = (request: Request) => {
    if (request.isNavigationRequest()) return
    const frame = frameOf(request)
    if (!frame) {
      context.once('page', () => look(request))
      return
    }
    const from = site(frame.url())
    const to = site(request.url())
    if (from !== null && to !== null && from !== to) problems.push(`request off the app's origin: ${request.url()}`)
  }
  context.on('request', look)
}

/** Collects what main must never do: leave a rejection or an error to nobody, of which it only warns. */
export function watchWarnings(errors: Readable, problems: string[]): void {
  createInterface({ input: errors }).on('line', (line) => {
    if (/UnhandledPromiseRejectionWarning|A JavaScript error occurred/.test(line)) problems.push(`main: ${line}`)
  })
}

/** Null for a window so new that Playwright does not know its page yet: it throws, and says the page soon after. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame()
  } catch {
    return null
  }
}

/** Scheme and host; `URL` knows no origin of custom schemes. Null for what never leaves the page. */
function site(url: string): string | null {
  const { protocol, host } = new URL(url)
  return ['data:', 'blob:', 'about:', 'devtools:'].includes(protocol) ? null : `${protocol}//${host}`
}
