/** The lock of a journal as this device knows it: one whose key file was opened here. What is left without the key is sealed to no other. */
import { z } from 'zod'
import type { KeyFile } from '../cipher/keyFile'
import { sealForInbox } from '../cipher/sealedInbox'
import type { FoundLock } from '../files/encryptedLayout'

export const knownLockSchema = z.looseObject({
  /** The key file's; null where an earlier version of the app noted the public key alone. */
  id: z.uuid().nullable(),
  publicKey: z.string(),
  /** The key file as it was when it was opened here, in base64: it may be all that is left of the key to what was sealed meanwhile. */
  keyFile: z.string().nullable(),
})
export type KnownLock = Readonly<z.infer<typeof knownLockSchema>>

/** Of a key file that was opened just now. */
export function knownLockOf({ file, bytes }: Pick<FoundLock, 'file' | 'bytes'>): KnownLock {
  return { id: file.id, publicKey: file.inbox.publicKey, keyFile: Buffer.from(bytes).toString('base64') }
}

/** Anybody who can write into the folder can put a key file there: with the id of the true one too. */
export function isLockKnown(known: KnownLock | null, file: KeyFile): boolean {
  return known?.publicKey === file.inbox.publicKey && (known.id === null || known.id === file.id)
}

export function publicKeyOf({ publicKey }: KnownLock): Uint8Array {
  return Buffer.from(publicKey, 'base64')
}

export function sealForKnown(known: KnownLock, bytes: Uint8Array): Buffer {
  return sealForInbox(publicKeyOf(known), bytes)
}
