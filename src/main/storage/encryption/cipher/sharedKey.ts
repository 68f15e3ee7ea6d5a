/** A key in memory that two threads share: what one of them overwrites is gone for both at once, whatever the other is doing. */
import { keyLength } from './algorithms'

const words = keyLength / Int32Array.BYTES_PER_ELEMENT
/** Behind the words of the key. */
const flag = words
const whole = 1

/** `bytes` are copied. */
export function sharedKey(bytes: Uint8Array): SharedArrayBuffer {
  const memory = new SharedArrayBuffer((words + 1) * Int32Array.BYTES_PER_ELEMENT)
  new Uint8Array(memory).set(bytes.subarray(0, keyLength))
  Atomics.store(new Int32Array(memory), flag, whole)
  return memory
}

/** A copy, to be overwritten after use; null once the key is. */
export function keyIn(memory: SharedArrayBuffer): Buffer | null {
  const from = new Int32Array(memory)
  // Over memory of its own: the engine keeps a small array in its heap, and leaves its bytes behind wherever it moves it from.
  const copy = new Int32Array(new ArrayBuffer(keyLength))
  for (let at = 0; at < words; at++) copy[at] = Atomics.load(from, at)
  // Looked at last: half of a key, or zeros, must never seal anything.
  if (Atomics.load(from, flag) === whole) return Buffer.from(copy.buffer)
  copy.fill(0)
  return null
}

export function isOverwritten(memory: SharedArrayBuffer): boolean {
  return Atomics.load(new Int32Array(memory), flag) !== whole
}

/** The flag first: see `keyIn`. */
export function overwrite(memory: SharedArrayBuffer): void {
  const key = new Int32Array(memory)
  Atomics.store(key, flag, 0)
  for (let at = 0; at < words; at++) Atomics.store(key, at, 0)
}
