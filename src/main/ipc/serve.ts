/** The only file that touches ipcMain: a trusted sender, then the schema, then the handler, then the envelope. */
import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type RequestName, requestNames } from '#shared/contract/channels'
import type { Envelope } from '#shared/contract/envelope'
import { type Request, type Response, requestSchemas } from '#shared/contract/requests'
import { Failure } from '#shared/domain/failure'
import { isOwnPage } from '../windows/pageOrigin'

/** Those of some names. */
export type HandlersOf<K extends RequestName> = Pick<Handlers, K>

export type Handlers = { [K in RequestName]: (request: Request<K>) => Promise<Response<K>> | Response<K> }

/** Serves every request name, and nothing else. `log` gets what was unexpected, never journal text. */
export function serve(handlers: Handlers, log: (where: string, error: unknown) => void): void {
  for (const name of requestNames) {
    ipcMain.handle(name, (event, request: unknown) => answer(name, event, request))
  }

  async function answer<K extends RequestName>(
    name: K,
    event: IpcMainInvokeEvent,
    request: unknown,
  ): Promise<Envelope<Response<K>>> {
    if (!isTrusted(event)) return { ok: false, failure: { code: 'bad-request' } }
    const parsed = requestSchemas[name].safeParse(request)
    if (!parsed.success) return { ok: false, failure: { code: 'bad-request' } }
    try {
      // The schema of `name` just accepted it; the compiler can't follow the key through the table.
      const value = await handlers[name](parsed.data as Request<K>)
      return { ok: true, value }
    } catch (error) {
      if (!(error instanceof Failure) || error.code === 'unexpected') log(name, error)
      return { ok: false, failure: { code: error instanceof Failure ? error.code : 'unexpected' } }
    }
  }
}

/** The main frame of a window that shows the app's own page. A frame that is gone has no right to an answer. */
function isTrusted(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOwnPage(frame.url)
}
