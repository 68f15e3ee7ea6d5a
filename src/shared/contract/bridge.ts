/** The shape of `window.journal`, as the preload exposes it and the page uses it. */
import type { EventName, RequestName } from './channels'
import type { Envelope } from './envelope'
import type { Event } from './events'
import type { Request, Response } from './requests'

export interface JournalBridge {
  request<K extends RequestName>(name: K, request: Request<K>): Promise<Envelope<Response<K>>>
  /** Calls `listener` for each event until the returned function is called. */
  on<K extends EventName>(name: K, listener: (event: Event<K>) => void): () => void
}
