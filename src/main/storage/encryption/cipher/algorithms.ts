/** The only algorithms a sealed journal is built on: those that both Node's OpenSSL and Electron's BoringSSL have. Nothing else here calls node:crypto. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  randomBytes,
  scrypt,
} from 'node:crypto'

export const keyLength = 32
export const nonceLength = 12
export const tagLength = 16

const cipher = 'aes-256-gcm'
const none = Buffer.alloc(0)

/** The text with its tag behind it. */
export function encrypt(key: Uint8Array, nonce: Uint8Array, text: Uint8Array, bound: Uint8Array): Buffer {
  const work = createCipheriv(cipher, key, nonce, { authTagLength: tagLength })
  work.setAAD(bound)
  return Buffer.concat([work.update(text), work.final(), work.getAuthTag()])
}

/** Null for anything that was not encrypted with this key, this nonce and this `bound`. */
export function decrypt(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, bound: Uint8Array): Buffer | null {
  if (sealed.length < tagLength) return null
  const at = sealed.length - tagLength
  const work = createDecipheriv(cipher, key, nonce, { authTagLength: tagLength })
  work.setAAD(bound)
  work.setAuthTag(sealed.subarray(at))
  const text = work.update(sealed.subarray(0, at))
  try {
    return Buffer.concat([text, work.final()])
  } catch {
    return null
  } finally {
    // It may be a key that was wrapped.
    text.fill(0)
  }
}

/**
 * A key of its own for each purpose and each salt: HKDF with SHA-256, whose output of one block needs these two steps. `hkdfSync` leaves a copy of the key
 * in memory with each call, until the engine collects it. https://datatracker.ietf.org/doc/html/rfc5869
 */
export function derived(key: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  const extracted = hmac(salt, key)
  const expanded = hmac(extracted, Buffer.from(`throughline ${purpose}\u0001`, 'utf8'))
  extracted.fill(0)
  return expanded
}

function hmac(key: Uint8Array, text: Uint8Array): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

export interface Cost {
  /** A power of two. Memory is 128 · n · r bytes. */
  readonly n: number
  readonly r: number
  readonly p: number
}

/** On a thread of its own: it is slow on purpose. */
export function stretched(passphrase: string, salt: Uint8Array, { n, r, p }: Cost): Promise<Buffer> {
  // The same letters may come from another keyboard in another form.
  const bytes = Buffer.from(passphrase.normalize('NFKC'), 'utf8')
  const maxmem = 128 * n * r + 128 * r * p + 1_048_576
  return new Promise((resolve, reject) => {
    scrypt(bytes, salt, keyLength, { N: n, r, p, maxmem }, (error, key) => {
      bytes.fill(0)
      if (error) reject(error)
      else resolve(key)
    })
  })
}

export function random(length: number): Buffer {
  return randomBytes(length)
}

export function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

export interface KeyPair {
  /** DER, as SubjectPublicKeyInfo. */
  readonly publicKey: Buffer
  /** DER, as PKCS #8. */
  readonly privateKey: Buffer
}

export function newKeyPair(): KeyPair {
  return generateKeyPairSync('x25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
}

/** What the two agree on; the same from either side. */
export function agreed(privateKey: Uint8Array, publicKey: Uint8Array): Buffer {
  const copy = Buffer.from(privateKey)
  try {
    return diffieHellman({
      privateKey: createPrivateKey({ key: copy, format: 'der', type: 'pkcs8' }),
      publicKey: createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }),
    })
  } finally {
    copy.fill(0)
  }
}

/** A proof, by a key, that these bytes are as they were: a tag over nothing. The nonce follows from both, so that the proof does. */
export function proofOf(key: Uint8Array, bytes: Uint8Array): Buffer {
  const nonce = derived(key, bytes, 'proof').subarray(0, nonceLength)
  return Buffer.concat([nonce, encrypt(key, nonce, none, bytes)])
}

export function isProof(key: Uint8Array, proof: Uint8Array, bytes: Uint8Array): boolean {
  if (proof.length !== nonceLength + tagLength) return false
  return decrypt(key, proof.subarray(0, nonceLength), proof.subarray(nonceLength), bytes) !== null
}
