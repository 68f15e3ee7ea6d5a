import type { Net as ElectronNet } from 'electron'
import { isCustomScheme } from './address'
import type { Faithful } from './faithful'
import { schemeHandlers } from './schemeRequest'
import { strict } from './strict'

/** Electron's `net`: requests of the main process, here only those to the app's own schemes. */
class NetDouble {
  async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init)
    const scheme = new URL(request.url).protocol.slice(0, -1)
    const handler = isCustomScheme(scheme) ? schemeHandlers.get(scheme) : undefined
    if (!handler) throw new Error(`not in the stand-in: net.fetch of ${scheme}:`)
    return handler(request)
  }
}

export const net = strict('net', new NetDouble())

true satisfies Faithful<NetDouble, ElectronNet>
