import type { PageConfig } from './pageConfig'
import { WorldBridge } from './worldBridge'

/** Runs in the page's own world before its first script: receives what the preload exposes and keeps windows from opening. */
export function startMainWorld(config: PageConfig, mayFetch: boolean): void {
  const bridge = new WorldBridge(config.secret, 'page')
  bridge.answer('expose', (key, api) => expose(String(key), api))
  // The answer to window.open is always no: the double knows only `{ action: 'deny' }`.
  window.open = (url = '', name = '', features = '') => {
    bridge.ask('open', url === '' ? '' : new URL(url, document.baseURI).href, name, features)
    return null
  }
  if (!mayFetch) refuseOwnFetch()
}

/** As Electron does for a scheme without `supportFetchAPI`. */
function refuseOwnFetch(): void {
  const given = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input, document.baseURI)
    if (address.origin === location.origin) throw new TypeError('Failed to fetch')
    return given(input, init)
  }
}

function expose(key: string, api: unknown): void {
  if (key in window) throw new Error(`Cannot bind an API on top of an existing property on the window object`)
  Object.defineProperty(window, key, { value: deepFreeze(api), writable: false, configurable: false, enumerable: true })
}

function deepFreeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const item of Object.values(value)) deepFreeze(item)
    Object.freeze(value)
  }
  return value
}
