import type {
  WebRequest as ElectronWebRequest,
  OnBeforeRequestListenerDetails,
  OnHeadersReceivedListenerDetails,
} from 'electron'
import type { Protocol } from './devtools'
import type { Faithful } from './faithful'

interface Filter {
  urls?: string[]
}

type BeforeRequest = (
  details: OnBeforeRequestListenerDetails,
  callback: (response: { cancel?: boolean }) => void,
) => void
type HeadersReceived = (
  details: OnHeadersReceivedListenerDetails,
  callback: (response: { responseHeaders?: Record<string, string | string[]>; cancel?: boolean }) => void,
) => void

let beforeRequest: { urls: RegExp[]; listener: BeforeRequest } | null = null
let headersReceived: { urls: RegExp[]; listener: HeadersReceived } | null = null

/** Electron's `session.webRequest`: one listener for each event, the newest wins. */
export class WebRequest {
  onBeforeRequest(first: Filter | BeforeRequest | null, second?: BeforeRequest | null): void {
    beforeRequest = read(first, second)
  }

  onHeadersReceived(first: Filter | HeadersReceived | null, second?: HeadersReceived | null): void {
    headersReceived = read(first, second)
  }
}

true satisfies Faithful<WebRequest, ElectronWebRequest>

export function filterRequest(request: {
  url: string
  method: string
  resourceType: string
}): Promise<{ cancel?: boolean }> {
  const { listener, urls } = beforeRequest ?? { urls: [] }
  if (!listener || !matches(urls, request.url)) return Promise.resolve({})
  return new Promise((resolve) => listener(details(request) as OnBeforeRequestListenerDetails, resolve))
}

/** The headers that the page gets to see. */
export function filterHeaders(
  url: string,
  statusCode: number,
  headers: Protocol.Fetch.HeaderEntry[],
): Promise<Protocol.Fetch.HeaderEntry[]> {
  const { listener, urls } = headersReceived ?? { urls: [] }
  if (!listener || !matches(urls, url)) return Promise.resolve(headers)
  const responseHeaders: Record<string, string[]> = {}
  for (const { name, value } of headers) responseHeaders[name] = [...(responseHeaders[name] ?? []), value]
  const described = {
    ...details({ url, method: 'GET', resourceType: 'Other' }),
    statusCode,
    statusLine: `HTTP/1.1 ${statusCode}`,
    responseHeaders,
  }
  return new Promise((resolve) => {
    listener(described as OnHeadersReceivedListenerDetails, (response) =>
      resolve(flatten(response.responseHeaders ?? responseHeaders)),
    )
  })
}

function flatten(headers: Record<string, string | string[]>): Protocol.Fetch.HeaderEntry[] {
  return Object.entries(headers).flatMap(([name, values]) => [values].flat().map((value) => ({ name, value })))
}

/** Electron's own details hold more (frames, timings); the app uses these. */
function details({ url, method, resourceType }: { url: string; method: string; resourceType: string }) {
  const known: Record<string, string> = {
    Document: 'mainFrame',
    Stylesheet: 'stylesheet',
    Script: 'script',
    Image: 'image',
    Font: 'font',
  }
  return {
    id: 0,
    url,
    method,
    resourceType: known[resourceType] ?? 'other',
    referrer: '',
    timestamp: Date.now(),
    uploadData: [],
  }
}

function read<L extends (...args: never[]) => void>(first: Filter | L | null, second?: L | null) {
  if (typeof first === 'function') return { urls: [], listener: first }
  return second ? { urls: (first?.urls ?? []).map(toPattern), listener: second } : null
}

function toPattern(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /./
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`)
}

function matches(urls: RegExp[], url: string): boolean {
  return urls.length === 0 || urls.some((pattern) => pattern.test(url))
}
