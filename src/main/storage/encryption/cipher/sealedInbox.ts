/** What is captured while the key is away: sealed to the journal's public key, by anyone, and opened only with its private one. */
import { Failure } from '#shared/domain/failure'
import { agreed, decrypt, derived, encrypt, keyLength, newKeyPair, nonceLength } from './algorithms'

const magic = Buffer.from('TLINBOX1')
/** An X25519 key as SubjectPublicKeyInfo. */
const publicLength = 44
// The key that it goes with is new with each, and is used once.
const nonce = Buffer.alloc(nonceLength)

export function isForInbox(bytes: Uint8Array): boolean {
  return magic.equals(bytes.subarray(0, magic.length))
}

/** Magic, the sender's public key, the text with its tag. */
export function sealForInbox(publicKey: Uint8Array, text: Uint8Array): Buffer {
  const sender = newKeyPair()
  const header = Buffer.concat([magic, sender.publicKey])
  const key = inboxKey(agreed(sender.privateKey, publicKey), header, publicKey)
  sender.privateKey.fill(0)
  const sealed = encrypt(key, nonce, text, header)
  key.fill(0)
  return Buffer.concat([header, sealed])
}

/** Throws `unreadable`. */
export function openFromInbox(own: { publicKey: Uint8Array; privateKey: Uint8Array }, bytes: Uint8Array): Buffer {
  if (!isForInbox(bytes)) throw new Failure('unreadable', 'not for the inbox')
  const header = bytes.subarray(0, magic.length + publicLength)
  const text = textOf(own, header, bytes.subarray(header.length))
  if (text === null) throw new Failure('unreadable', 'left for another journal, or changed since')
  return text
}

function textOf(own: { publicKey: Uint8Array; privateKey: Uint8Array }, header: Uint8Array, sealed: Uint8Array) {
  try {
    const key = inboxKey(agreed(own.privateKey, header.subarray(magic.length)), header, own.publicKey)
    return decrypt(key, nonce, sealed, header)
  } catch {
    // A key that is none.
    return null
  }
}

function inboxKey(secret: Buffer, header: Uint8Array, receiver: Uint8Array): Buffer {
  const key = derived(secret, Buffer.concat([header, receiver]), 'inbox')
  secret.fill(0)
  return key.subarray(0, keyLength)
}
