/** The lock that keeps others from reading a journal: what it is now, and how it is opened and changed. All failures are `Failure`s. */

export type SealState =
  /** Everybody who can read the files can read the journal. */
  | 'none'
  /** The key is not known here. */
  | 'locked'
  | 'unlocked'

/** A lock that is made and not turned on yet. */
export interface PreparedLock {
  /** To be written down. */
  readonly code: string
  isCode(typed: string): boolean
  /** Seals the journal, which has to be closed; resolves with how many files could not be taken away unsealed. When it throws, nothing has changed. */
  turnOn(progress: (done: number, total: number) => void): Promise<{ readonly left: number }>
  forget(): void
}

/** A new recovery code that does not count yet. */
export interface PreparedCode {
  readonly code: string
  isCode(typed: string): boolean
  /** From here on it counts, and the one before does not. */
  keep(): Promise<void>
}

export interface Seal {
  /** Of the present folder's journal, as its files say. Throws `key-damaged`, `key-missing`, `folder-missing` for one that had a lock and is away, and what the disk says. */
  look(): Promise<SealState>
  prepare(passphrase: string): Promise<PreparedLock>
  /** Throws `wrong-passphrase`, and changes nothing. */
  verify(passphrase: string): Promise<void>
  /** Throws `wrong-passphrase`; then, and whenever else it throws, the lock is as it was. The journal has to be closed. */
  turnOff(passphrase: string, progress: (done: number, total: number) => void): Promise<void>
  /** Throws `wrong-passphrase`, `key-damaged`, `in-use`. */
  unlock(passphrase: string): Promise<void>
  /** Unlocks, and gives it another passphrase. Throws `mistyped-code`, `wrong-code`. */
  recover(code: string, passphrase: string): Promise<void>
  /** Whether `openWaiting` would open something with it: throws `wrong-passphrase`, and changes nothing. The journal may be open. */
  verifyWaiting(typed: string): Promise<void>
  /**
   * Opens what waits for the key of another lock, with a passphrase or the recovery code of that one: turned on apart, then both become one; or off
   * before. Throws `wrong-passphrase`, `locked`. The journal has to be closed.
   */
  openWaiting(typed: string): Promise<{ readonly opened: number; readonly left: number }>
  /** Throws `wrong-passphrase`. The journal has to be closed. */
  changePassphrase(old: string, next: string): Promise<void>
  newCode(passphrase: string): Promise<PreparedCode>
  /** The lock's own. Throws `not-found`, `key-damaged`. */
  id(): Promise<string>
  /** Whether it is another one than this device knows of this journal. Throws as `id` does. */
  isOther(): Promise<boolean>
  /** Whether the key of the present folder's journal is in memory, whatever the disk says. */
  holdsKey(): boolean
  /** The key itself, in base64, for this computer's keychain alone. Throws `locked`. */
  copyKey(): string
  /** Throws `wrong-kept-key`, `key-damaged`, `in-use`. */
  unlockWithKey(key: string): Promise<void>
  /** Whether the key of the present folder's journal is here and its files have a form of before. */
  needsMigration(): boolean
  /**
   * Brings its files into the present form; the journal has to be closed. When it throws, all of it opens as before, and the next time goes on. Throws
   * `key-damaged`, `in-use`, `elsewhere`, and what the disk says.
   */
  migrate(progress: (done: number, total: number) => void): Promise<void>
  /** The key leaves memory. */
  forget(): void
  /**
   * The key is overwritten before this returns, if the key file on the disk opens to it. Else it stays: it may be the last one. The journal still counts
   * as unlocked, for its locking to go on, but nothing of it can be read or written any more.
   */
  overwriteKey(): void
  isKeyOverwritten(): boolean
}
