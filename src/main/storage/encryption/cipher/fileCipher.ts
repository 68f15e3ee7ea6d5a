/**
 * How a sealed file lies on the disk: a header that says with which key and subkey, bound to the text behind it, then the text and its tag.
 * All sealed files are longer than their texts by the same number of bytes.
 */
import { Failure } from '#shared/domain/failure'
import { decrypt, derived, digest, encrypt, nonceLength, random, tagLength } from './algorithms'
import type { SealedPlace } from './sealedPlace'

/** Which key sealed a file. */
export interface KeyMark {
  /** Four bytes that follow from the key: distinguishes a file of another key from damage. */
  readonly mark: Uint8Array
  /** Of the journal's keys the first, the second… */
  readonly generation: number
}

const magic = Buffer.from('TLSEALED')
const version = 2
/** Says nothing of its subject: it would open at any path. */
const oldVersion = 1
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

/** The same of a key. */
export function markOf({ mark, generation }: KeyMark): string {
  const bytes = Buffer.alloc(at.id - at.mark)
  bytes.set(mark)
  bytes.writeUInt32BE(generation, at.generation - at.mark)
  return bytes.toString('hex')
}

/** Whether it says nothing of its subject. False for what is not sealed. */
export function isOldForm(bytes: Uint8Array): boolean {
  return sealedMark(bytes) !== null && bytes[at.version] === oldVersion
}

export function seal(key: Uint8Array, mark: KeyMark, text: Uint8Array, subject: string): Buffer {
  // New with every write: no subkey ever meets a second text.
  return sealWithId(key, mark, text, subject, random(idLength))
}

/**
 * The same text in the present form. The id follows from the old file and its subject: two devices that migrate one journal make the same bytes, and a
 * sync program has nothing to put beside. Throws as `unseal` does.
 */
export function sealAnew(key: Uint8Array, own: KeyMark, bytes: Uint8Array, subject: string): Buffer {
  const text = unseal(key, own, bytes, { subject, takesOldForm: true })
  const id = derived(key, bytes.subarray(at.id, headerLength), `migrated ${subject}`).subarray(0, idLength)
  return sealWithId(key, own, text, subject, id)
}

/** The text of a file that another key sealed, as `from`. As above the id follows from all three, so that no subkey meets a second text. */
export function sealOver(
  key: Uint8Array,
  own: KeyMark,
  text: Uint8Array,
  { from, subject }: { readonly from: Uint8Array; readonly subject: string },
): Buffer {
  const salt = digest(Buffer.concat([digest(from), text]))
  const id = derived(key, salt, `sealed over ${subject}`).subarray(0, idLength)
  return sealWithId(key, own, text, subject, id)
}

function sealWithId(
  key: Uint8Array,
  { mark, generation }: KeyMark,
  text: Uint8Array,
  subject: string,
  id: Uint8Array,
): Buffer {
  const header = Buffer.alloc(headerLength)
  magic.copy(header)
  header.writeUInt8(version, at.version)
  header.writeUInt8(schema, at.schema)
  header.set(mark, at.mark)
  header.writeUInt32BE(generation, at.generation)
  header.set(id, at.id)
  header.set(nonceFor(key, header, subject), at.nonce)
  const subkey = subkeyOf(key, header)
  const sealed = encrypt(subkey, header.subarray(at.nonce), text, header)
  subkey.fill(0)
  return Buffer.concat([header, sealed])
}

/**
 * Throws `unreadable` for damage and for what is sealed for another subject, `newer-schema`, `sealed-elsewhere` for a file of another key, and `old-form`
 * for one of the old form where that is not taken.
 */
export function unseal(key: Uint8Array, own: KeyMark, bytes: Uint8Array, place: SealedPlace): Buffer {
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
  if (place.takesAny) return text
  if (header.readUInt8(at.version) === oldVersion) {
    if (!place.takesOldForm) throw new Failure('old-form', 'sealed in the old form')
  } else if (!header.subarray(at.nonce).equals(nonceFor(key, header, place.subject)))
    throw new Failure('unreadable', 'sealed for another subject')
  return text
}

function subkeyOf(key: Uint8Array, header: Buffer): Buffer {
  return derived(key, header.subarray(at.id, at.nonce), 'file')
}

/** It tells the subject, to those with the key. As the subkey is used once, any nonce is good. */
function nonceFor(key: Uint8Array, header: Buffer, subject: string): Buffer {
  return derived(key, header.subarray(at.id, at.nonce), `subject ${subject}`).subarray(0, nonceLength)
}
