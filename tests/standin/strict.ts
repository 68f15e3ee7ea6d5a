import { EventEmitter } from 'node:events'
import { comesHere } from './platformEvents'

/** Names that runtimes and inspectors look up on any object; asking for them is no use of an API. */
const harmless = new Set([
  'then',
  'toJSON',
  'constructor',
  'inspect',
  'nodeType',
  '$$typeof',
  'asymmetricMatch',
  'default',
  '__esModule',
])

function refuse(name: string): never {
  throw new Error(`not in the stand-in: ${name}`)
}

/** The end of a prototype chain: only a name that nothing before it has gets here. */
function strictEnd(last: object, nameOf: (receiver: object) => string): object {
  return new Proxy(last, {
    get(object, key, receiver) {
      if (typeof key === 'string' && !(key in object) && !harmless.has(key)) refuse(`${nameOf(receiver)}.${key}`)
      return Reflect.get(object, key, receiver)
    },
  })
}

/** Makes an object throw on what it doesn't have, instead of answering `undefined`. What it has can be replaced, as on Electron. */
export function strict<T extends object>(name: string, target: T): T {
  const prototype: unknown = Object.getPrototypeOf(target)
  const last =
    prototype === Object.prototype || typeof prototype !== 'object' || prototype === null ? target : prototype
  Object.setPrototypeOf(
    last,
    strictEnd(Object.prototype, () => name),
  )
  return target
}

/** An event emitter that throws on members it doesn't have, on listeners for events it never emits, and when an event is emitted that Electron has on other platforms only. */
export class StrictEmitter extends EventEmitter {
  readonly #events: ReadonlySet<string>

  constructor(events: readonly string[]) {
    super()
    this.#events = new Set(events)
    // As an event: every way of adding a listener reports here, also the ones Node calls inside.
    super.on('newListener', (event: string | symbol) => {
      if (
        typeof event === 'string' &&
        !this.#events.has(event) &&
        event !== 'newListener' &&
        event !== 'removeListener'
      ) {
        refuse(`${this.constructor.name} event '${event}'`)
      }
    })
  }

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    const { name } = this.constructor
    if (typeof event === 'string' && !comesHere(name, event)) {
      throw new Error(`${process.platform} has no ${name} event '${event}'`)
    }
    return super.emit(event, ...args)
  }
}

Object.setPrototypeOf(
  StrictEmitter.prototype,
  strictEnd(EventEmitter.prototype, (receiver) => receiver.constructor.name),
)
