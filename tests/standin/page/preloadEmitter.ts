type Listener = (...args: unknown[]) => void

/** The `EventEmitter` a sandboxed preload gets; Node's own isn't there. */
export class PreloadEmitter {
  readonly #listeners = new Map<string | symbol, { listener: Listener; once: boolean }[]>()

  on(event: string | symbol, listener: Listener): this {
    return this.#add(event, listener, false)
  }

  addListener(event: string | symbol, listener: Listener): this {
    return this.#add(event, listener, false)
  }

  once(event: string | symbol, listener: Listener): this {
    return this.#add(event, listener, true)
  }

  off(event: string | symbol, listener: Listener): this {
    return this.removeListener(event, listener)
  }

  removeListener(event: string | symbol, listener: Listener): this {
    const listeners = this.#of(event)
    const at = listeners.findLastIndex((entry) => entry.listener === listener)
    this.#listeners.set(event, listeners.toSpliced(at === -1 ? listeners.length : at, 1))
    return this
  }

  removeAllListeners(event?: string | symbol): this {
    if (event === undefined) this.#listeners.clear()
    else this.#listeners.delete(event)
    return this
  }

  listenerCount(event: string | symbol): number {
    return this.#of(event).length
  }

  listeners(event: string | symbol): Listener[] {
    return this.#of(event).map((entry) => entry.listener)
  }

  eventNames(): (string | symbol)[] {
    return [...this.#listeners].filter(([, listeners]) => listeners.length > 0).map(([event]) => event)
  }

  emit(event: string | symbol, ...args: unknown[]): boolean {
    const listeners = this.#of(event)
    for (const { listener, once } of listeners) {
      if (once) this.removeListener(event, listener)
      listener.apply(this, args)
    }
    return listeners.length > 0
  }

  #of(event: string | symbol) {
    return this.#listeners.get(event) ?? []
  }

  #add(event: string | symbol, listener: Listener, once: boolean): this {
    if (typeof listener !== 'function') throw new TypeError('The "listener" argument must be of type Function')
    this.#listeners.set(event, [...this.#of(event), { listener, once }])
    return this
  }
}
