/**
 * How a sealed file lies on the disk: a header that says with which key and subkey, bound to the text behind it, then the text and its tag.
 * All sealed files are longer than their texts by the same number of bytes.
 */
import { Failure } from '#shared/domain/failure'
import { decrypt, derived, encrypt, nonceLength, random, tagLength } from './algorithms'

/** Which key sealed a file. */
export interface KeyMark {
  /** Four bytes that follow from the key: distinguishes a file of another key from damage. */
  readonly mark: Uint8Array
  /** Of the journal's keys the first, the second… */
  readonly generation: number
}

const magic = Buffer.from('TLSEALED')
const version = 1
/** Of what is inside: the bytes of a file as they lie in a journal without a lock. */
const schema = 1
const idLength = 16
const at = { version: 8, schema: 9, mark: 10, generation: 14, id: 18, nonce: 34 }
const headerLength = at.nonce + nonceLength

export const sealedOverhead = headerLength + tagLength

export function isSealed(bytes: Uint8Array): boolean {
  return magic.equals(bytes.subarray(0, magic.length))
}

/** Identifies the key that sealed a file; null for what has not the form of a sealed file. */
export function sealedMark(bytes: Uint8Array): string | null {
  if (bytes.length < sealedOverhead || !isSealed(bytes)) return null
  return Buffer.from(bytes.subarray(at.mark, at.id)).toString('hex')
}

export function seal(key: Uint8Array, { mark, generation }: KeyMark, text: Uint8Array): Buffer {
  const header = Buffer.alloc(headerLength)
  magic.copy(header)
  header.writeUInt8(version, at.version)
  header.writeUInt8(schema, at.schema)
  header.set(mark, at.mark)
  header.writeUInt32BE(generation, at.generation)
  // New with every write, both of them: no subkey ever meets a second text.
  header.set(random(idLength), at.id)
  header.set(random(nonceLength), at.nonce)
  const subkey = subkeyOf(key, header)
  const sealed = encrypt(subkey, header.subarray(at.nonce), text, header)
  subkey.fill(0)
  return Buffer.concat([header, sealed])
}

/** Throws `unreadable` for damage, `newer-schema`, and `sealed-elsewhere` for a file of another key. */
export function unseal(key: Uint8Array, own: KeyMark, bytes: Uint8Array): Buffer {
  if (bytes.length < sealedOverhead || !isSealed(bytes)) throw new Failure('unreadable', 'not sealed')
  const header = Buffer.from(bytes.subarray(0, headerLength))
  if (header.readUInt8(at.version) > version || header.readUInt8(at.schema) > schema)
    throw new Failure('newer-schema', 'sealed by a newer version')
  if (
    !header.subarray(at.mark, at.generation).equals(own.mark) ||
    header.readUInt32BE(at.generation) !== own.generation
  )
    throw new Failure('sealed-elsewhere', 'sealed with another key')
  const subkey = subkeyOf(key, header)
  const text = decrypt(subkey, header.subarray(at.nonce), bytes.subarray(headerLength), header)
  subkey.fill(0)
  if (text === null) throw new Failure('unreadable', 'sealed and changed since')
  return text
}

function subkeyOf(key: Uint8Array, header: Buffer): Buffer {
  return derived(key, header.subarray(at.id, at.nonce), 'file')
}
