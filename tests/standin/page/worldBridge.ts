/**
 * The passage between the preload's isolated world and the page's own: functions and promises are proxied, everything else is
 * copied, as `contextBridge` does it. https://www.electronjs.org/docs/latest/api/context-bridge#parameter--error--return-type-support
 *
 * Both worlds share the DOM, and an event's `detail` is cloned by Chromium when the other world reads it. The event's name holds
 * a secret that the page never sees, and everything needed later is taken before the page's first script runs.
 */

type Node =
  | readonly ['copy', unknown]
  | readonly ['function' | 'returned' | 'promise', number]
  | readonly ['error', string, string]
  | readonly ['array', readonly Node[]]
  | readonly ['object', readonly (readonly [string, Node])[]]

type Outcome = readonly ['value', Node] | readonly ['throw', Node]

type Message =
  | readonly ['call', number, readonly Node[]]
  | readonly ['settle', number, Outcome]
  | readonly ['ask', string, readonly Node[]]

type AnyFunction = (...args: unknown[]) => unknown

const deepest = 1000

export class WorldBridge {
  readonly #outgoing: string
  readonly #answers: Outcome[] = []
  readonly #given: AnyFunction[] = []
  readonly #received = new WeakMap<AnyFunction, number>()
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: unknown) => void }>()
  readonly #questions = new Map<string, AnyFunction>()
  readonly #dispatch = EventTarget.prototype.dispatchEvent.bind(window)
  readonly #Event = CustomEvent
  readonly #clone = structuredClone.bind(window)
  #promises = 0

  constructor(secret: string, side: 'preload' | 'page') {
    this.#outgoing = `${secret}:${side}`
    const incoming = `${secret}:${side === 'preload' ? 'page' : 'preload'}`
    window.addEventListener(incoming, (event) => this.#receive((event as CustomEvent<Message>).detail))
    window.addEventListener(`${incoming}:answer`, (event) => this.#answers.push((event as CustomEvent<Outcome>).detail))
  }

  /** Names a function that the other side may `ask` for. */
  answer(name: string, listener: AnyFunction): void {
    this.#questions.set(name, listener)
  }

  ask(name: string, ...args: unknown[]): unknown {
    return this.#send(['ask', name, args.map((argument) => this.#encode(argument))])
  }

  #send(message: Message): unknown {
    this.#dispatch(new this.#Event(this.#outgoing, { detail: message }))
    const outcome = this.#answers.pop()
    if (!outcome) throw new Error('the other world did not answer')
    return this.#unwrap(outcome)
  }

  #receive(message: Message): void {
    const answer = (detail: Outcome) => this.#dispatch(new this.#Event(`${this.#outgoing}:answer`, { detail }))
    if (message[0] === 'settle') {
      this.#settle(message[1], message[2])
      answer(['value', ['copy', undefined]])
      return
    }
    try {
      const listener = message[0] === 'call' ? this.#given[message[1]] : this.#questions.get(message[1])
      if (!listener) throw new Error('the other world asked for a function it was not given')
      answer(['value', this.#encode(listener(...message[2].map((node) => this.#decode(node))))])
    } catch (error) {
      answer(['throw', this.#encodeThrown(error)])
    }
  }

  #settle(id: number, outcome: Outcome): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    try {
      waiting?.resolve(this.#unwrap(outcome))
    } catch (error) {
      waiting?.reject(error)
    }
  }

  #unwrap(outcome: Outcome): unknown {
    if (outcome[0] === 'throw') throw this.#decode(outcome[1])
    return this.#decode(outcome[1])
  }

  #encodeThrown(error: unknown): Node {
    try {
      return this.#encode(error)
    } catch {
      return [
        'error',
        'Error',
        'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.',
      ]
    }
  }

  #encode(value: unknown, depth = 0): Node {
    if (depth > deepest) {
      throw new TypeError(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      )
    }
    if (typeof value === 'function') return this.#encodeFunction(value as AnyFunction)
    if (value instanceof Promise) return this.#encodePromise(value)
    if (value instanceof Error) return ['error', 'Error', value.message]
    if (Array.isArray(value)) return ['array', value.map((item) => this.#encode(item, depth + 1))]
    if (isPlain(value)) {
      return ['object', Object.entries(value).map(([key, item]) => [key, this.#encode(item, depth + 1)] as const)]
    }
    // A whole page has thousands of them, and each is its own copy. The rest, symbols too, is for the engine to decide.
    if (value === null || (typeof value !== 'object' && typeof value !== 'symbol')) return ['copy', value]
    // Checked here: across worlds, a detail that can't be cloned silently reads as null.
    return ['copy', this.#clone(value)]
  }

  #encodeFunction(value: AnyFunction): Node {
    const original = this.#received.get(value)
    if (original !== undefined) return ['returned', original]
    return ['function', this.#given.push(value) - 1]
  }

  #encodePromise(promise: Promise<unknown>): Node {
    const id = this.#promises++
    promise.then(
      (value) => {
        let outcome: Outcome
        try {
          outcome = ['value', this.#encode(value)]
        } catch (error) {
          outcome = ['throw', this.#encodeThrown(error)]
        }
        this.#send(['settle', id, outcome])
      },
      (error) => this.#send(['settle', id, ['throw', this.#encodeThrown(error)]]),
    )
    return ['promise', id]
  }

  #decode(node: Node): unknown {
    switch (node[0]) {
      case 'copy':
        return node[1]
      case 'error':
        return new Error(node[2])
      case 'array':
        return node[1].map((item) => this.#decode(item))
      case 'object': {
        const object = {}
        for (const [key, item] of node[1]) {
          Object.defineProperty(object, key, {
            value: this.#decode(item),
            writable: true,
            enumerable: true,
            configurable: true,
          })
        }
        return object
      }
      case 'returned':
        return this.#given[node[1]]
      case 'promise':
        return new Promise((resolve, reject) => this.#waiting.set(node[1], { resolve, reject }))
      case 'function': {
        const id = node[1]
        const proxy: AnyFunction = (...args) => this.#send(['call', id, args.map((argument) => this.#encode(argument))])
        this.#received.set(proxy, id)
        return proxy
      }
    }
  }
}

/** Class instances count as plain: their own properties cross, their prototype does not. Chromium's own objects do not count. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]'
}
