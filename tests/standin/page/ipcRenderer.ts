import type { IpcRenderer } from 'electron'
import { decodeValue, encodeValue } from '../wire'
import type { MainMessage, PageMessage } from './pageConfig'
import { PreloadEmitter } from './preloadEmitter'

/** The preload's end of the IPC: messages go out through the binding, and `receive` takes those of the main process. */
export class PreloadIpc {
  readonly #post: (message: PageMessage) => void
  readonly #emitter = new PreloadEmitter()
  readonly #pending = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void; channel: string }
  >()
  #calls = 0

  constructor(post: (message: PageMessage) => void) {
    this.#post = post
  }

  readonly api = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        const id = this.#calls++
        const encoded = encodeValue(args)
        this.#pending.set(id, { resolve, reject, channel })
        this.#post({ kind: 'invoke', id, channel, args: encoded })
      }),
    send: (channel, ...args) => this.#post({ kind: 'send', channel, args: encodeValue(args) }),
    on: (channel, listener) => this.#change(() => this.#emitter.on(channel, listener as never)),
    once: (channel, listener) => this.#change(() => this.#emitter.once(channel, listener as never)),
    off: (channel, listener) => this.#change(() => this.#emitter.off(channel, listener as never)),
    addListener: (channel, listener) => this.#change(() => this.#emitter.on(channel, listener as never)),
    removeListener: (channel, listener) => this.#change(() => this.#emitter.off(channel, listener as never)),
    removeAllListeners: (channel) => this.#change(() => this.#emitter.removeAllListeners(channel)),
    listenerCount: (channel) => this.#emitter.listenerCount(channel),
  } satisfies Partial<IpcRenderer>

  receive(message: MainMessage): void {
    if (message.kind === 'event') {
      const args = decodeValue(message.args) as unknown[]
      this.#emitter.emit(message.channel, { sender: this.api, ports: [] }, ...args)
      return
    }
    const call = this.#pending.get(message.id)
    this.#pending.delete(message.id)
    if (message.kind === 'answer') call?.resolve(decodeValue(message.value))
    else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${message.message}`))
  }

  // Electron's types promise the emitter itself as the result, for chaining.
  #change(change: () => void): IpcRenderer {
    change()
    return this.api as unknown as IpcRenderer
  }
}
