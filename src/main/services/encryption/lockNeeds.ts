/** What the parts of a journal's lock ask of the app around it. */
import type { FailureCode } from '#shared/domain/failure'
import type { Seal } from '../ports/seal'
import type { KeychainKey } from './keychainKey'

export interface LockNeeds {
  readonly seal: Seal
  readonly keychainKey: KeychainKey
  isOpen(): boolean
  /** Whether the journal is open with another lock than its files have now, or with one that they have no more. Throws what stands in the way of reading the key file. */
  hasOtherLock(): Promise<boolean>
  /** Whether a page or the field of quick capture holds words that are not on the disk, known at once. */
  holdsWords(): boolean
  /** Runs `work` while the journal and its index are closed; then the journal opens again, if it can. */
  closedFor(work: () => Promise<void>): Promise<void>
  /** Work during which no backup is made: one would hold a part of both sets of files, and the whole of none. Those that are asked for wait. */
  withoutBackups<T>(work: () => Promise<T>): Promise<T>
  /** The pages save what they hold; resolves with how many entries could not be saved. */
  flush(): Promise<number>
  /** A backup as it is now; throws when there is none, and nothing is changed then. */
  backUp(reason: 'lock' | 'migration'): Promise<void>
  /** What is known of the journal beside its files: gone before one set of them takes the other's place. */
  forgetIndex(): void
  /** Keeps on the device what has to be known while it is locked, or forgets it where there is no lock. Throws when the disk does not take it. */
  keepShown(): Promise<void>
  /** Before the key goes, with the pages gone already. */
  locking(): Promise<void>
  /** The key is gone: what is shown outside of the windows is drawn without it. */
  locked(): void
  /** The key is about to go for good: what only it opens on this device is written as it is. Throws when the disk does not take it. */
  unsealing(): Promise<void>
  /** The key came, or is needed no more. */
  unlocked(): Promise<void>
  /** The lock that this device knows is no more: by the person, who says so. The journal is closed. */
  giveKnown(): Promise<void>
  /** What is sealed on this device to a lock that the journal had before. */
  readonly former: {
    waits(): Promise<boolean>
    /** Opens it and brings it where it belongs. Throws `wrong-passphrase`, `not-found`. */
    open(passphrase: string): Promise<void>
  }
  /** The windows begin anew: nothing of what they held stays. Resolves once their pages are gone. */
  beginAnew(): Promise<void>
  /** Of sealed files that have the form of before. */
  readonly migration: {
    /** Whether a backup was made already for bringing the files of this lock into the present form: one is enough, however often that is tried. */
    isBackedUp(lock: string): boolean
    /** Null once it is done. */
    backedUp(lock: string | null): Promise<void>
    /** Why they have it still, for the person; null once they have the present one. */
    refused(code: FailureCode | null): void
  }
  progressed(done: number, total: number): void
  failed(error: unknown): void
}
