/** The key of a journal's lock while it is in memory: for which folder, and from which key file. */

import type { Vault } from '../cipher/vault'
import type { FoundLock } from '../files/encryptedLayout'
import { type KnownLock, knownLockOf } from './knownLock'

type OpenedKeyFile = Pick<FoundLock, 'file' | 'bytes'>

export interface Held {
  readonly folder: string
  /** Of the lock that counts; another one's may be the vault's, where two were turned on apart. */
  readonly id: string
  readonly own: string
  readonly vault: Vault
  readonly lock: KnownLock
}

export class HeldKey {
  private held: Held | null = null

  constructor(private readonly folder: () => string) {}

  /** Also that of a journal whose folder is not the present one any more. */
  get any(): Held | null {
    return this.held
  }

  /** Of the present folder's journal. */
  get present(): Held | null {
    return this.held?.folder === this.folder() ? this.held : null
  }

  /** In place of the one before, which is forgotten. `counts`: the key file of the lock that counts. */
  keep(vault: Vault, own: OpenedKeyFile, counts: OpenedKeyFile['file'] = own.file): void {
    this.forget()
    this.exchange(vault, own, counts)
  }

  /** The one before is not forgotten: it may be this one, or there is something left to do with it. */
  exchange(vault: Vault, own: OpenedKeyFile, counts: OpenedKeyFile['file'] = own.file): void {
    this.held = { folder: this.folder(), id: counts.id, own: own.file.id, vault, lock: knownLockOf(own) }
  }

  /** Its key file was written anew. */
  renew(own: OpenedKeyFile): void {
    if (this.held?.own === own.file.id) this.held = { ...this.held, lock: knownLockOf(own) }
  }

  forget(): void {
    this.held?.vault.forget()
    this.held = null
  }
}
