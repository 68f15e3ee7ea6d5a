/** Makes a journal's key and its key file, and finds the key again by the passphrase or the recovery code. */
import { v4 as uuid } from 'uuid'
import type { Instant } from '#shared/domain/day'
import { Failure } from '#shared/domain/failure'
import {
  type Cost,
  decrypt,
  derived,
  encrypt,
  keyLength,
  newKeyPair,
  nonceLength,
  random,
  stretched,
} from './algorithms'
import {
  checkProof,
  createdAfter,
  type KeyFile,
  type KeyFileBody,
  keyFileBytes,
  type Slot,
  type SlotKind,
} from './keyFile'
import { algorithmsAreSound } from './selfTest'
import { Vault } from './vault'

export const usualCost: Cost = { n: 2 ** 17, r: 8, p: 1 }

/** One way to the key. */
export type Secret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery'; readonly secret: Uint8Array }
  /** The key itself, as a keychain kept it. */
  | { readonly kind: 'key'; readonly key: Uint8Array }

export interface NewLock {
  readonly passphrase: string
  readonly recovery: Uint8Array
  readonly now: Instant
  readonly generation?: number
  readonly cost?: Cost
}

export async function newKeyFile({ passphrase, recovery, now, generation = 1, cost = usualCost }: NewLock) {
  await algorithmsAreSound()
  const key = random(keyLength)
  const { publicKey, privateKey } = newKeyPair()
  const id = uuid()
  const about = { id, generation }
  const by = inboxWrap(key, id)
  const body: KeyFileBody = {
    schema: 2,
    ...about,
    created: now,
    slots: [
      await passphraseSlot(about, key, passphrase, cost),
      wrappedFor(about, key, { kind: 'recovery', salt: newSalt() }, recoveryKey(recovery)),
    ],
    inbox: {
      publicKey: publicKey.toString('base64'),
      wrapped: wrap(by, privateKey, boundTo(about, 'inbox', publicKey.toString('base64'))),
    },
  }
  const bytes = keyFileBytes(body, key)
  const vault = new Vault({ key, generation }, { publicKey, privateKey })
  for (const secret of [key, privateKey, by]) secret.fill(0)
  return { bytes, vault }
}

/** Throws `wrong-passphrase`, `wrong-code`, `key-damaged`. */
export async function openVault(file: KeyFile, secret: Secret): Promise<Vault> {
  const key = await keyOf(file, secret)
  try {
    const publicKey = Buffer.from(file.inbox.publicKey, 'base64')
    const by = inboxWrap(key, file.id)
    const privateKey = unwrap(by, file.inbox.wrapped, boundTo(file, 'inbox', file.inbox.publicKey))
    by.fill(0)
    if (privateKey === null) throw new Failure('key-damaged', 'the inbox key does not belong to this key')
    const vault = new Vault(
      { key, generation: file.generation, takesOldForm: file.schema === 1 },
      { publicKey, privateKey },
    )
    privateKey.fill(0)
    return vault
  } finally {
    key.fill(0)
  }
}

/** The key file with another passphrase: the key stays, only its wrapping is new. Throws as `openVault` does. */
export async function withPassphrase(
  file: KeyFile,
  secret: Secret,
  { passphrase, now, cost = usualCost }: Pick<NewLock, 'passphrase' | 'now'> & { readonly cost: Cost | undefined },
) {
  const key = await keyOf(file, secret)
  const slot = await passphraseSlot(file, key, passphrase, cost)
  return rewrapped(file, key, slot, now)
}

/** The key file with another recovery code. Throws as `openVault` does. */
export async function withRecovery(
  file: KeyFile,
  secret: Secret,
  { recovery, now }: Pick<NewLock, 'recovery' | 'now'>,
) {
  const key = await keyOf(file, secret)
  return rewrapped(file, key, wrappedFor(file, key, { kind: 'recovery', salt: newSalt() }, recoveryKey(recovery)), now)
}

function rewrapped(file: KeyFile, key: Buffer, slot: Slot, now: Instant): Uint8Array {
  const slots = file.slots.map((old) => (old.kind === slot.kind ? slot : old))
  const bytes = keyFileBytes({ ...file, created: createdAfter(file, now), slots }, key)
  key.fill(0)
  return bytes
}

async function keyOf(file: KeyFile, secret: Secret): Promise<Buffer> {
  await algorithmsAreSound()
  if (secret.kind === 'key') return keptKeyOf(file, secret.key)
  for (const slot of file.slots) {
    if (slot.kind !== secret.kind) continue
    const wrapping = await wrappingOf(slot, secret)
    const key = unwrap(wrapping, slot.wrapped, boundTo(file, ...partsOf(slot)))
    wrapping.fill(0)
    if (key === null) continue
    checkProof(file, key)
    return key
  }
  throw new Failure(secret.kind === 'passphrase' ? 'wrong-passphrase' : 'wrong-code', 'no slot opens with this')
}

function keptKeyOf(file: KeyFile, kept: Uint8Array): Buffer {
  if (kept.length !== keyLength) throw new Failure('wrong-kept-key', 'not a key')
  const key = Buffer.from(kept)
  try {
    checkProof(file, key)
    return key
  } catch (error) {
    key.fill(0)
    // Whether the key is another one or the file was changed, only the passphrase shows.
    throw new Failure('wrong-kept-key', 'the key file was not made with this key', { cause: error })
  }
}

async function wrappingOf(slot: Slot, secret: Secret): Promise<Buffer> {
  const salt = Buffer.from(slot.salt, 'base64')
  if (slot.kind === 'passphrase' && secret.kind === 'passphrase') return stretched(secret.passphrase, salt, slot.cost)
  return secret.kind === 'recovery' ? recoveryKey(secret.secret)(salt) : Buffer.alloc(keyLength)
}

const newSalt = () => random(16).toString('base64')
const recoveryKey = (secret: Uint8Array) => (salt: Uint8Array) => derived(secret, salt, 'recovery')
const inboxWrap = (key: Uint8Array, id: string) => derived(key, Buffer.from(id), 'inbox key')

type About = Pick<KeyFile, 'id' | 'generation'>
type Unwrapped<K extends SlotKind> = Omit<Extract<Slot, { kind: K }>, 'wrapped'>

async function passphraseSlot(about: About, key: Buffer, passphrase: string, cost: Cost): Promise<Slot> {
  const salt = newSalt()
  const wrapping = await stretched(passphrase, Buffer.from(salt, 'base64'), cost)
  return wrappedFor(about, key, { kind: 'passphrase', cost, salt }, () => wrapping)
}

function wrappedFor(
  about: About,
  key: Buffer,
  slot: Unwrapped<'passphrase'> | Unwrapped<'recovery'>,
  wrapping: (salt: Uint8Array) => Buffer,
): Slot {
  const by = wrapping(Buffer.from(slot.salt, 'base64'))
  const wrapped = wrap(by, key, boundTo(about, ...partsOf(slot)))
  by.fill(0)
  return { ...slot, wrapped }
}

/** What a wrapping is bound to: no slot with less work, or of another journal, can take its place. */
function boundTo({ id, generation }: About, ...parts: readonly (string | number)[]): Uint8Array {
  return Buffer.from(JSON.stringify(['throughline', id, generation, ...parts]))
}

function partsOf(slot: Unwrapped<'passphrase'> | Unwrapped<'recovery'>): readonly (string | number)[] {
  return slot.kind === 'passphrase'
    ? [slot.kind, slot.cost.n, slot.cost.r, slot.cost.p, slot.salt]
    : [slot.kind, slot.salt]
}

function wrap(by: Uint8Array, secret: Uint8Array, bound: Uint8Array): string {
  const nonce = random(nonceLength)
  return Buffer.concat([nonce, encrypt(by, nonce, secret, bound)]).toString('base64')
}

function unwrap(by: Uint8Array, wrapped: string, bound: Uint8Array): Buffer | null {
  const bytes = Buffer.from(wrapped, 'base64')
  if (bytes.length < nonceLength) return null
  return decrypt(by, bytes.subarray(0, nonceLength), bytes.subarray(nonceLength), bound)
}
