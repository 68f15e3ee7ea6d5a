import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
// Types only, by path: the package does not export them by name.
import type { Protocol } from '../../node_modules/playwright-core/types/protocol'

export type Commands = Protocol.CommandParameters
export type Answers = Protocol.CommandReturnValues
export type Events = Protocol.Events
export type { Protocol }

interface Incoming {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** A DevTools protocol connection over Chromium's pipe: messages of JSON, each ended by a NUL byte. */
export class DevtoolsConnection {
  readonly #writer: Writable
  readonly #sessions = new Map<string, DevtoolsSession>()
  readonly #pending = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  readonly root: DevtoolsSession
  #calls = 0
  #rest = ''

  constructor(reader: Readable, writer: Writable) {
    this.#writer = writer
    this.root = new DevtoolsSession(this, '')
    reader.setEncoding('utf8')
    reader.on('data', (chunk: string) => this.#read(chunk))
    // A write after Chromium's end is answered by `close`, not by an exception.
    writer.on('error', () => this.close())
  }

  session(id: string): DevtoolsSession {
    const known = this.#sessions.get(id)
    if (known) return known
    const session = new DevtoolsSession(this, id)
    this.#sessions.set(id, session)
    return session
  }

  /** Rejects what is still unanswered. */
  close(): void {
    for (const { reject } of this.#pending.values()) reject(new DevtoolsClosed())
    this.#pending.clear()
  }

  call(sessionId: string, method: string, params: unknown): Promise<unknown> {
    const id = ++this.#calls
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject })
      this.#writer.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
    })
  }

  #read(chunk: string): void {
    const messages = (this.#rest + chunk).split('\0')
    this.#rest = messages.pop() ?? ''
    for (const message of messages) this.#take(JSON.parse(message))
  }

  #take(message: Incoming): void {
    if (message.id !== undefined) {
      const waiting = this.#pending.get(message.id)
      this.#pending.delete(message.id)
      if (message.error) waiting?.reject(new Error(message.error.message))
      else waiting?.resolve(message.result)
      return
    }
    const session = message.sessionId ? this.#sessions.get(message.sessionId) : this.root
    if (message.method) session?.take(message.method, message.params)
  }
}

export class DevtoolsClosed extends Error {
  constructor() {
    super('Chromium has closed the connection')
  }
}

/** One attached target (or, for the root, the browser itself), typed by the protocol's own definitions. */
export class DevtoolsSession {
  readonly #connection: DevtoolsConnection
  readonly #id: string
  readonly #events = new EventEmitter()

  constructor(connection: DevtoolsConnection, id: string) {
    this.#connection = connection
    this.#id = id
  }

  async ask<M extends keyof Commands & keyof Answers>(method: M, params?: Commands[M]): Promise<Answers[M]> {
    // The protocol's definitions pair each command with its answer.
    return (await this.#connection.call(this.#id, method, params ?? {})) as Answers[M]
  }

  /** For commands whose only way to fail is that the target has gone meanwhile. */
  tell<M extends keyof Commands & keyof Answers>(method: M, params?: Commands[M]): void {
    this.ask(method, params).catch(() => undefined)
  }

  on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): void {
    this.#events.on(event, listener)
  }

  take(event: string, payload: unknown): void {
    this.#events.emit(event, payload)
  }
}
