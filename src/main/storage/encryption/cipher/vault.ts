/** The key of an unlocked journal, and all that is done with it. Forgotten, it opens nothing any more. */
import { Failure } from '#shared/domain/failure'
import { derived, keyLength } from './algorithms'
import { isOldForm, type KeyMark, markOf, seal, sealAnew, sealOver, unseal } from './fileCipher'
import { isForInbox, openFromInbox } from './sealedInbox'
import type { SealedPlace } from './sealedPlace'
import { isOverwritten, keyIn, overwrite, sharedKey } from './sharedKey'

/** What another thread needs to have the same vault for as long as this one has it. */
export interface VaultKey {
  readonly memory: SharedArrayBuffer
  readonly generation: number
  /** Of a journal that is not migrated yet. */
  readonly takesOldForm?: boolean
}

export interface InboxKeys {
  readonly publicKey: Uint8Array
  readonly privateKey: Uint8Array
}

const markLength = 4

export class Vault {
  private readonly memory: SharedArrayBuffer
  private readonly mark: KeyMark
  /** Until the journal is migrated its files are what they say at whatever place. */
  private isOld: boolean
  private isNewlyMigrated = false
  private readonly inbox: { readonly publicKey: Buffer; readonly privateKey: Buffer } | null

  /** `key` is copied; the memory that another vault gave is shared with it. */
  constructor(
    given: VaultKey | (Omit<VaultKey, 'memory'> & { readonly key: Uint8Array }),
    inbox: InboxKeys | null = null,
  ) {
    if ('key' in given && given.key.length !== keyLength) throw new Failure('unexpected', 'no key')
    this.memory = 'key' in given ? sharedKey(given.key) : given.memory
    const mark = this.withKey((key) => derived(key, Buffer.alloc(0), 'mark').subarray(0, markLength))
    this.mark = { mark, generation: given.generation }
    this.isOld = given.takesOldForm === true
    this.inbox = inbox && { publicKey: Buffer.from(inbox.publicKey), privateKey: ownCopy(inbox.privateKey) }
  }

  seal(text: Uint8Array, subject: string): Buffer {
    return this.withKey((key) => seal(key, this.mark, text, subject))
  }

  /** The same bytes on each device: of what another lock sealed as `from`. */
  sealOver(text: Uint8Array, from: Uint8Array, subject: string): Buffer {
    return this.withKey((key) => sealOver(key, this.mark, text, { from, subject }))
  }

  /** Throws `unreadable`, also for what is sealed for something else, `newer-schema`, `sealed-elsewhere`, `old-form`, `elsewhere` as `awaitMigrated` has it, and `locked` once it is forgotten. */
  open(bytes: Uint8Array, place: SealedPlace): Buffer {
    return this.withKey((key) => {
      if (isForInbox(bytes)) return this.openLeft(bytes, place)
      if (this.isNewlyMigrated && !place.takesAny && !place.takesOldForm && isOldForm(bytes))
        throw new Failure('elsewhere', 'its present form may be on its way')
      return unseal(key, this.mark, bytes, this.isOld ? { ...place, takesOldForm: true } : place)
    })
  }

  /** A file of the old form in the present one. Throws as `open` does. */
  sealAnew(bytes: Uint8Array, subject: string): Buffer {
    return this.withKey((key) => sealAnew(key, this.mark, bytes, subject))
  }

  get takesOldForm(): boolean {
    return this.isOld
  }

  /** All files are in the present form: what comes in the old one from here on is not the journal's. */
  refuseOldForm(): void {
    this.isOld = false
  }

  /** The same, said by the key file of another device: until the next unlocking what it migrated may not be here yet, and the old form counts as that. */
  awaitMigrated(): void {
    this.isNewlyMigrated = true
  }

  private openLeft(bytes: Uint8Array, { takesLeft, takesAny }: SealedPlace): Buffer {
    // Anybody can seal for the inbox: at another place it would pass for what only the key makes.
    if (this.inbox === null || !(takesLeft || takesAny)) throw new Failure('unreadable', 'not sealed with the key')
    return openFromInbox(this.inbox, bytes)
  }

  get publicKey(): Uint8Array | null {
    return this.inbox?.publicKey ?? null
  }

  /** As the files that it seals bear it. */
  get keyMark(): string {
    return markOf(this.mark)
  }

  get isForgotten(): boolean {
    return isOverwritten(this.memory)
  }

  /** For the library's thread, which loses it when this vault does. */
  handOut(): VaultKey {
    return this.withKey(() => ({
      memory: this.memory,
      generation: this.mark.generation,
      takesOldForm: this.isOld,
    }))
  }

  /** Before it returns the key is overwritten, for every thread. */
  forget(): void {
    overwrite(this.memory)
    this.inbox?.privateKey.fill(0)
  }

  /** `work` must not keep it. */
  withKey<T>(work: (key: Buffer) => T): T {
    const key = keyIn(this.memory)
    if (key === null) throw new Failure('locked', 'the key was forgotten')
    try {
      return work(key)
    } finally {
      key.fill(0)
    }
  }
}

/** Over memory of its own, as in `keyIn`. */
function ownCopy(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(new ArrayBuffer(bytes.length))
  copy.set(bytes)
  return copy
}
