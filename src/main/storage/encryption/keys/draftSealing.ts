/** With what this device's drafts are sealed, and how they are opened again: as the journal is, also while its folder is away. */
import { Failure } from '#shared/domain/failure'
import { isSealed } from '../cipher/fileCipher'
import { isForInbox, sealForInbox } from '../cipher/sealedInbox'
import { draftPlace, type SealedPlace } from '../cipher/sealedPlace'
import type { Vault } from '../cipher/vault'
import { type KnownLock, publicKeyOf } from './knownLock'

export interface DraftSealingNeeds {
  vault(): Vault | null
  /** The lock of the present folder's journal as this device knows it, whatever lies there now: a key file that was never opened here may be anybody's. */
  known(): Promise<KnownLock | null>
}

export interface DraftSealing {
  /** `place`: of what is sealed; a page's draft unless it is told. */
  sealing(place?: SealedPlace): Promise<((bytes: Uint8Array) => Uint8Array) | null>
  /** Throws `locked` without the key, and what is wrong with the bytes. */
  open(bytes: Uint8Array, place?: SealedPlace): Uint8Array
  isSealed(bytes: Uint8Array): boolean
  /** Whether it is sealed, and the present key does not open it. */
  isForeign(bytes: Uint8Array): boolean
  /** While the lock is being taken away nothing is sealed: the key would be gone. */
  stop(isStopped: boolean): void
  /** Runs `work` with keys that the journal had before: what is sealed to them opens meanwhile. They are forgotten then. */
  withFormer<T>(former: readonly Vault[], work: () => Promise<T>): Promise<T>
}

export function createDraftSealing({ vault, known }: DraftSealingNeeds): DraftSealing {
  let isStopped = false
  let former: readonly Vault[] = []
  const isAny = (bytes: Uint8Array) => isSealed(bytes) || isForInbox(bytes)

  function opened(bytes: Uint8Array, place: SealedPlace): Uint8Array {
    const own = vault()
    if (own === null) throw new Failure('locked', 'the key is not here')
    return own.open(bytes, place)
  }

  return {
    async sealing(place = draftPlace) {
      if (isStopped) return null
      const own = vault()
      if (own !== null && !own.isForgotten) return (bytes) => own.seal(bytes, place.subject)
      const lock = await known()
      const key = own?.publicKey ?? (lock && publicKeyOf(lock))
      return key && ((bytes) => sealForInbox(key, bytes))
    },
    open(bytes, place = draftPlace) {
      if (!isAny(bytes)) return bytes
      try {
        return opened(bytes, place)
      } catch (error) {
        const [text] = former.flatMap((key) => (opensWith(key, bytes, place) ? [key.open(bytes, place)] : []))
        if (text === undefined) throw error
        return text
      }
    },
    isSealed: isAny,
    isForeign(bytes) {
      const own = vault()
      return isAny(bytes) && (own === null || !opensWith(own, bytes, draftPlace))
    },
    stop(isNow) {
      isStopped = isNow
    },
    async withFormer(keys, work) {
      former = keys
      try {
        return await work()
      } finally {
        former = []
        for (const key of keys) key.forget()
      }
    },
  }
}

function opensWith(key: Vault, bytes: Uint8Array, place: SealedPlace): boolean {
  try {
    key.open(bytes, place)
    return true
  } catch {
    return false
  }
}
