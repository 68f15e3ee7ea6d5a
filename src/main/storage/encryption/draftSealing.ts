/** With what this device's drafts are sealed, and how they are opened again: as the journal is, also while its folder is away. */
import { Failure } from '#shared/domain/failure'
import { isSealed } from './fileCipher'
import { isForInbox, sealForInbox } from './sealedInbox'
import { draftPlace } from './sealedPlace'
import type { Vault } from './vault'

export interface DraftSealingNeeds {
  vault(): Vault | null
  /** Whether the journal is open: without a key it has no lock then. */
  isOpen(): boolean
  /** The public key of the journal that was opened last in this folder, when it had a lock. */
  knownKey(): Uint8Array | null
  /** As its files say; null where it has no lock. Throws what the disk says. */
  publicKey(): Promise<Uint8Array | null>
}

export interface DraftSealing {
  sealing(): Promise<((bytes: Uint8Array) => Uint8Array) | null>
  /** Throws `locked` without the key, and what is wrong with the bytes. */
  open(bytes: Uint8Array): Uint8Array
  isSealed(bytes: Uint8Array): boolean
  /** While the lock is being taken away nothing is sealed: the key would be gone. */
  stop(isStopped: boolean): void
}

export function createDraftSealing({ vault, isOpen, knownKey, publicKey }: DraftSealingNeeds): DraftSealing {
  let isStopped = false
  const isAny = (bytes: Uint8Array) => isSealed(bytes) || isForInbox(bytes)
  return {
    async sealing() {
      const opened = vault()
      if (isStopped || (opened === null && isOpen())) return null
      if (opened !== null && !opened.isForgotten) return (bytes) => opened.seal(bytes, draftPlace.subject)
      const key = opened?.publicKey ?? knownKey() ?? (await publicKey())
      return key && ((bytes) => sealForInbox(key, bytes))
    },
    open(bytes) {
      if (!isAny(bytes)) return bytes
      const opened = vault()
      if (opened === null) throw new Failure('locked', 'the key is not here')
      return opened.open(bytes, draftPlace)
    },
    isSealed: isAny,
    stop(isNow) {
      isStopped = isNow
    },
  }
}
