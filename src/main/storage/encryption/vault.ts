/** The key of an unlocked journal, and all that is done with it. Forgotten, it opens nothing any more. */
import { Failure } from '#shared/domain/failure'
import { derived, keyLength } from './algorithms'
import { type KeyMark, seal, unseal } from './fileCipher'
import { isForInbox, openFromInbox } from './sealedInbox'

/** What another thread needs to have the same vault. */
export interface VaultKey {
  readonly key: Uint8Array
  readonly generation: number
}

export interface InboxKeys {
  readonly publicKey: Uint8Array
  readonly privateKey: Uint8Array
}

const markLength = 4

export class Vault {
  private readonly key: Buffer
  private readonly mark: KeyMark
  private readonly inbox: { readonly publicKey: Buffer; readonly privateKey: Buffer } | null
  private isForgotten = false

  constructor({ key, generation }: VaultKey, inbox: InboxKeys | null = null) {
    if (key.length !== keyLength) throw new Failure('unexpected', 'no key')
    this.key = Buffer.from(key)
    const mark = derived(this.key, Buffer.alloc(0), 'mark').subarray(0, markLength)
    this.mark = { mark, generation }
    this.inbox = inbox && { publicKey: Buffer.from(inbox.publicKey), privateKey: Buffer.from(inbox.privateKey) }
  }

  seal(text: Uint8Array): Buffer {
    return seal(this.known(), this.mark, text)
  }

  /** Throws `unreadable`, `newer-schema`, `sealed-elsewhere`. */
  open(bytes: Uint8Array): Buffer {
    const key = this.known()
    if (this.inbox && isForInbox(bytes)) return openFromInbox(this.inbox, bytes)
    return unseal(key, this.mark, bytes)
  }

  get publicKey(): Uint8Array | null {
    return this.inbox?.publicKey ?? null
  }

  /** A copy, for the library's thread. */
  handOut(): VaultKey {
    return { key: Uint8Array.from(this.known()), generation: this.mark.generation }
  }

  forget(): void {
    this.isForgotten = true
    this.key.fill(0)
    this.inbox?.privateKey.fill(0)
  }

  private known(): Buffer {
    if (this.isForgotten) throw new Failure('locked', 'the key was forgotten')
    return this.key
  }
}
