/**
 * The text form in which values cross between Node and a page: what Electron's IPC keeps of a value, and nothing more.
 *
 * The native `structuredClone` decides first what may cross at all (functions, symbols, promises and DOM nodes may not; class
 * instances lose their prototype), so the strictness is the engine's own. What it lets pass but Electron's IPC does not
 * (Blob, CryptoKey …) is refused here. https://www.electronjs.org/docs/latest/tutorial/ipc#object-serialization
 */

type Wire = null | boolean | number | string | [tag: string, ...rest: unknown[]]

const refusal = 'An object could not be cloned.'

export function encodeValue(value: unknown): string {
  let clone: unknown
  try {
    clone = structuredClone(value)
  } catch {
    throw new Error(refusal)
  }
  return JSON.stringify(encodeNode(clone, new Map()))
}

export function decodeValue(text: string): unknown {
  return decodeNode(JSON.parse(text), new Map())
}

function encodeNode(value: unknown, seen: Map<object, number>): Wire {
  switch (typeof value) {
    case 'undefined':
      return ['undefined']
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ['number', Object.is(value, -0) ? '-0' : String(value)]
    case 'bigint':
      return ['bigint', String(value)]
    case 'object':
      return value === null ? null : encodeObject(value, seen)
    default:
      throw new Error(refusal)
  }
}

function encodeObject(value: object, seen: Map<object, number>): Wire {
  const known = seen.get(value)
  if (known !== undefined) return ['again', known]
  const id = seen.size
  seen.set(value, id)
  const node = (item: unknown) => encodeNode(item, seen)
  const entries = (items: Iterable<[unknown, unknown]>) => Array.from(items, ([key, item]) => [node(key), node(item)])

  if (Array.isArray(value))
    return ['array', id, value.length, Object.entries(value).map(([key, item]) => [key, node(item)])]
  if (value instanceof Map) return ['map', id, entries(value)]
  if (value instanceof Set) return ['set', id, Array.from(value, node)]
  if (value instanceof Date) return ['date', id, node(value.getTime())]
  if (value instanceof RegExp) return ['regexp', id, value.source, value.flags]
  if (value instanceof Error) return ['error', id, value.name, value.message, value.stack ?? '']
  if (value instanceof ArrayBuffer) return ['buffer', id, toBase64(new Uint8Array(value))]
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    return ['view', id, value.constructor.name, toBase64(bytes)]
  }
  if (value instanceof Boolean || value instanceof Number || value instanceof String)
    return ['boxed', id, node(value.valueOf())]
  if (Object.prototype.toString.call(value) === '[object Object]') {
    return ['object', id, Object.entries(value).map(([key, item]) => [key, node(item)])]
  }
  throw new Error(refusal)
}

function decodeNode(node: Wire, seen: Map<number, unknown>): unknown {
  if (!Array.isArray(node)) return node
  const [tag, first, second, third] = node
  if (tag === 'undefined') return undefined
  if (tag === 'number') return first === '-0' ? -0 : Number(first)
  if (tag === 'bigint') return BigInt(String(first))
  if (tag === 'again') return seen.get(Number(first))

  const keep = <T>(value: T): T => {
    seen.set(Number(first), value)
    return value
  }
  // The shapes below are the ones `encodeObject` wrote.
  const read = (item: unknown) => decodeNode(item as Wire, seen)
  const pairs = (items: unknown) => items as [unknown, unknown][]
  switch (tag) {
    case 'array': {
      const array = keep(new Array(Number(second)))
      for (const [key, item] of pairs(third)) define(array, String(key), read(item))
      return array
    }
    case 'object': {
      const object = keep({})
      for (const [key, item] of pairs(second)) define(object, String(key), read(item))
      return object
    }
    case 'map': {
      const map = keep(new Map())
      for (const [key, item] of pairs(second)) map.set(read(key), read(item))
      return map
    }
    case 'set': {
      const set = keep(new Set())
      for (const item of second as unknown[]) set.add(read(item))
      return set
    }
    case 'date':
      return keep(new Date(Number(read(second))))
    case 'regexp':
      return keep(new RegExp(String(second), String(third)))
    case 'boxed':
      return keep(Object(read(second)))
    case 'buffer':
      return keep(fromBase64(String(second)).buffer)
    case 'view':
      return keep(toView(String(second), fromBase64(String(third))))
    case 'error':
      return keep(toError(String(second), String(third), String(node[4])))
    default:
      throw new Error(`unknown tag in a message: ${tag}`)
  }
}

/** A key named `__proto__` stays a key, as structured clone keeps it. */
function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })
}

function toError(name: string, message: string, stack: string): Error {
  const constructors = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError]
  const error = new (constructors.find((candidate) => candidate.name === name) ?? Error)(message)
  if (stack) error.stack = stack
  return error
}

const viewConstructors = new Map<string, (buffer: ArrayBuffer) => ArrayBufferView>(
  [
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  ].map((View) => [View.name, (buffer) => new (View as typeof Uint8Array)(buffer)]),
)

function toView(name: string, bytes: Uint8Array<ArrayBuffer>): ArrayBufferView {
  const make = viewConstructors.get(name) ?? ((buffer) => new Uint8Array(buffer))
  return make(bytes.buffer)
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  // In slices: a long argument list overflows the stack.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
