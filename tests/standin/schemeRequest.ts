import { isCustomScheme, toApp } from './address'
import type { Protocol } from './devtools'

export type SchemeHandler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, SchemeHandler>()

export const schemeHandlers = handlers

/** Whether an address of Chromium's belongs to one of the app's schemes, or to one that is handled in its stead. */
export function isServedHere(address: string): boolean {
  const scheme = schemeOf(toApp(address))
  return handlers.has(scheme) || isCustomScheme(scheme)
}

/** Asks the app's `protocol.handle` handler, as Electron does; without one, or if it throws, the request fails. */
export async function answerFromScheme(url: string, request: Protocol.Network.Request) {
  const handler = handlers.get(schemeOf(url))
  if (!handler) return null
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    translate(name, value),
  ])
  const body = request.postData
  const init = { method: request.method, headers, ...(body !== undefined && { body, duplex: 'half' as const }) }
  const response = await handler(new Request(url, init))
  return {
    status: response.status,
    headers: Array.from(response.headers, ([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()),
  }
}

/** Headers that name an address name the app's. */
function translate(name: string, value: string): string {
  return /^(referer|origin)$/i.test(name) ? toApp(value) : value
}

function schemeOf(url: string): string {
  return url.slice(0, url.indexOf(':')).toLowerCase()
}
