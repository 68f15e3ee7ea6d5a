import type { CustomScheme, Protocol as ElectronProtocol } from 'electron'
import { addScheme, allowFetch, isCustomScheme } from './address'
import type { Faithful } from './faithful'
import { readiness } from './readiness'
import { schemeHandlers } from './schemeRequest'
import { strict } from './strict'

/** Electron's `protocol`: the app's own schemes. */
class ProtocolDouble {
  registerSchemesAsPrivileged(customSchemes: CustomScheme[]): void {
    if (readiness.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of customSchemes) {
      // Pages live at an address that is both: https://www.electronjs.org/docs/latest/api/structures/custom-scheme
      if (!privileges?.standard || !privileges.secure)
        throw new Error(`not in the stand-in: ${scheme}: as a scheme that is not standard and secure`)
      addScheme(scheme)
      if (privileges.supportFetchAPI) allowFetch(scheme)
    }
  }

  handle(scheme: string, handler: Parameters<ElectronProtocol['handle']>[1]): void {
    if (!readiness.isReady) throw new Error('protocol.handle: the session is there only after the app is ready')
    if (schemeHandlers.has(scheme)) throw new Error(`The scheme has been intercepted: ${scheme}`)
    if (scheme !== 'http' && scheme !== 'https' && !isCustomScheme(scheme))
      throw new Error(`not in the stand-in: protocol.handle of ${scheme}:, which has no privileges`)
    // Electron declares its own copy of the DOM's Request; it is Node's.
    schemeHandlers.set(scheme, handler as (request: Request) => Response | Promise<Response>)
  }

  unhandle(scheme: string): void {
    if (!schemeHandlers.delete(scheme)) throw new Error(`The scheme is not handled: ${scheme}`)
  }

  isProtocolHandled(scheme: string): boolean {
    return schemeHandlers.has(scheme)
  }
}

export const protocol = strict('protocol', new ProtocolDouble())

true satisfies Faithful<ProtocolDouble, ElectronProtocol>
