/** The journal's lock at work: turned on and off, closed and opened. While it is closed the key is nowhere, and nothing of the journal is shown. */

import { createSerialQueue } from '#shared/async/serialQueue'
import type { LockState } from '#shared/contract/encryption'
import { Failure } from '#shared/domain/failure'
import type { PreparedCode, PreparedLock, Seal, SealState } from '../ports/seal'
import type { KeychainKey } from './keychainKey'

export interface LockNeeds {
  readonly seal: Seal
  readonly keychainKey: KeychainKey
  isOpen(): boolean
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
  progressed(done: number, total: number): void
  failed(error: unknown): void
}

export interface Lock {
  read(): Promise<LockState>
  /** Makes a lock that is not turned on yet; its recovery code has to be typed back. */
  prepare(passphrase: string): Promise<{ readonly code: string }>
  /** Throws `mistyped-code` when it is not the code that was shown. Resolves with how many files could not be taken away. */
  turnOn(code: string): Promise<{ readonly left: number }>
  turnOff(passphrase: string): Promise<null>
  changePassphrase(old: string, next: string): Promise<null>
  newCode(passphrase: string): Promise<{ readonly code: string }>
  keepCode(code: string): Promise<null>
  /** Throws `conflict` when words are not saved: then it stays open, and they stay where they are. */
  lockNow(): Promise<null>
  /** The same unasked: what is not saved keeps it open until the next time. Never throws. */
  lockSoon(): Promise<void>
  /**
   * The same for a machine that sleeps once this has returned: the key is overwritten first, unless words still need it, the lock is being changed, or it may
   * be the last one; then as soon as that is over.
   */
  lockAtOnce(): Promise<void>
  unlock(passphrase: string): Promise<null>
  recover(code: string, passphrase: string): Promise<null>
  /** Whether this computer has a keychain that is safe for a copy of the key. */
  canKeepKey(): Promise<boolean>
  /** A copy of the key goes into this computer's keychain. Throws `wrong-passphrase`, `keychain`. */
  keepKey(passphrase: string): Promise<null>
  forgetKey(): Promise<null>
  /** With the key from there; one that does not fit is thrown away. Throws `keychain`, `wrong-kept-key`. */
  unlockHere(): Promise<null>
  /** Opens what another lock sealed. Throws `wrong-passphrase`, `conflict`. */
  openWaiting(typed: string): Promise<{ readonly opened: number; readonly left: number }>
  /**
   * After another device turned the lock on or off: the journal closes, and opens as its files are now. What it did not take is kept as drafts. Throws
   * `conflict` when words are nowhere but in a page.
   */
  reopen(): Promise<null>
  /** The same unasked, once it is so and no page holds words that are not saved. Never throws. */
  reopenIfChanged(): Promise<void>
  /** It is gone on purpose: the journal is opened without one. */
  acceptGone(): Promise<null>
  /** What is sealed on this device to a lock that the journal had before. Throws `wrong-passphrase`, `not-found`. */
  openFormer(passphrase: string): Promise<null>
  /** Resolves when no change of it is under way: what a page is answered then is true. */
  settled(): Promise<void>
}

export function createLock(needs: LockNeeds): Lock {
  const {
    seal,
    keychainKey,
    isOpen,
    holdsWords,
    closedFor,
    flush,
    backUp,
    forgetIndex,
    keepShown,
    giveKnown,
    former,
    beginAnew,
    progressed,
    failed,
  } = needs
  let prepared: PreparedLock | null = null
  let preparedCode: PreparedCode | null = null
  const queue = createSerialQueue()
  let isChanging = false
  /** What stood in its way stands there still, and each try is a whole backup. */
  let hasRefusedMigration = false

  /** One change after the other; while it is under way it may need the key. */
  function change<T>(work: () => Promise<T>): Promise<T> {
    return queue.add(async () => {
      isChanging = true
      try {
        return await work()
      } finally {
        isChanging = false
      }
    })
  }

  async function saved(): Promise<void> {
    if ((await flush()) > 0) throw new Failure('conflict', 'words are not saved')
  }

  /** A person who needs another passphrase or code gets it, also on a full disk: only the key file is written anew. */
  async function backUpIfItCan(): Promise<void> {
    await backUp('lock').catch(failed)
  }

  /** Closed for the change; when it fails, the journal opens as it was and the request fails with the reason. */
  async function changed<T>(work: () => Promise<T>): Promise<T> {
    const results: T[] = []
    await closedFor(async () => void results.push(await work()))
    // It has run, or its failure was thrown.
    return results[0] as T
  }

  /** The journal is changed already: what the device can't keep now it keeps before the next locking. */
  async function keepAll(): Promise<void> {
    await Promise.all([keepShown(), needs.unlocked()]).catch(failed)
  }

  /** Unlocked, and from here on in the present form. Without a backup or room it stays in the one of before, which is read as well; the next start tries again. */
  async function opened(unlock: () => Promise<void>): Promise<null> {
    await changed(unlock)
    await keepAll()
    if (seal.needsMigration() && !hasRefusedMigration)
      await migrated().catch((error: unknown) => {
        hasRefusedMigration = true
        failed(error)
      })
    return null
  }

  async function migrated(): Promise<void> {
    await saved()
    await backUp('migration')
    await needs.withoutBackups(() => changed(() => seal.migrate(progressed)))
  }

  /** A disk that is away keeps no key in memory. A key file that is gone or damaged does: the key that is held may be the last one. */
  function unlockedIfAway(error: unknown): SealState {
    const isOfKey = error instanceof Failure && (error.code === 'key-damaged' || error.code === 'key-missing')
    if ((isOfKey && !seal.isKeyOverwritten()) || !seal.holdsKey()) throw error
    return 'unlocked'
  }

  function overwriteUnneeded(): void {
    if (!isChanging && !holdsWords()) seal.overwriteKey()
  }

  async function lockOnce(isAsleep = false): Promise<null> {
    if ((await seal.look().catch(unlockedIfAway)) !== 'unlocked') return null
    // Words that need a key which is gone are kept as drafts, for which the journal's public key is enough.
    await saved()
    if (isAsleep) overwriteUnneeded()
    // Reminders that can't name their page are no reason to stay open.
    await keepShown().catch(failed)
    // What is typed until the pages are gone is saved by them on their way: the journal is still open for it.
    await beginAnew()
    await needs.locking()
    await closedFor(async () => seal.forget())
    needs.locked()
    return null
  }

  async function reopened(): Promise<null> {
    await saved()
    await beginAnew()
    await closedFor(async () => undefined)
    if (isOpen()) await keepAll()
    else needs.locked()
    return null
  }

  /** What waits on this device: many have one passphrase for both. */
  async function openFormerToo(passphrase: string): Promise<void> {
    if (await former.waits().catch(() => false)) await former.open(passphrase).catch(() => undefined)
  }

  function unasked(work: () => Promise<null>): Promise<void> {
    return queue.add(work).then(
      () => undefined,
      (error: unknown) => {
        if (!(error instanceof Failure) || error.code !== 'conflict') failed(error)
      },
    )
  }

  return {
    async read() {
      const state = await seal.look()
      const isLocked = state === 'locked'
      if (state === 'none') return { isOn: false, isLocked, isKept: false, isOther: false }
      return { isOn: true, isLocked, isKept: keychainKey.isOf(await seal.id()), isOther: await seal.isOther() }
    },
    prepare: (passphrase) =>
      change(async () => {
        prepared?.forget()
        prepared = await seal.prepare(passphrase)
        return { code: prepared.code }
      }),
    turnOn: (code) =>
      change(async () => {
        const lock = prepared
        if (lock === null || !isOpen()) throw new Failure('not-found', 'no lock was prepared')
        if (!lock.isCode(code)) throw new Failure('mistyped-code', 'not the code that was shown')
        await saved()
        await backUp('lock')
        const turned = await needs.withoutBackups(() =>
          changed(async () => {
            forgetIndex()
            return lock.turnOn(progressed)
          }),
        )
        prepared = null
        await keepAll()
        return turned
      }),
    turnOff: (passphrase) =>
      change(async () => {
        await seal.verify(passphrase)
        await saved()
        await backUp('lock')
        try {
          await needs.unsealing()
          await needs.withoutBackups(() =>
            changed(async () => {
              forgetIndex()
              await seal.turnOff(passphrase, progressed)
            }),
          )
          await keychainKey.forget().catch(failed)
        } finally {
          // Also when the lock stays: then all is sealed again.
          await keepAll()
        }
        return null
      }),
    changePassphrase: (old, next) =>
      change(async () => {
        await seal.verify(old)
        await saved()
        await backUpIfItCan()
        await changed(() => seal.changePassphrase(old, next))
        return null
      }),
    newCode: (passphrase) =>
      change(async () => {
        preparedCode = await seal.newCode(passphrase)
        return { code: preparedCode.code }
      }),
    keepCode: (code) =>
      change(async () => {
        const next = preparedCode
        if (next === null) throw new Failure('not-found', 'no code was prepared')
        if (!next.isCode(code)) throw new Failure('mistyped-code', 'not the code that was shown')
        await saved()
        await backUpIfItCan()
        await changed(() => next.keep())
        preparedCode = null
        return null
      }),
    lockNow: () => queue.add(() => lockOnce()),
    lockSoon: () => unasked(() => lockOnce()),
    lockAtOnce() {
      overwriteUnneeded()
      return unasked(() => lockOnce(true))
    },
    unlock: (passphrase) =>
      change(async () => {
        await opened(() => seal.unlock(passphrase))
        await openFormerToo(passphrase)
        return null
      }),
    recover: (code, passphrase) => change(() => opened(() => seal.recover(code, passphrase))),
    canKeepKey: keychainKey.canKeep,
    async keepKey(passphrase) {
      const { id, key } = await change(async () => {
        await seal.verify(passphrase)
        return { id: await seal.id(), key: seal.copyKey() }
      })
      // Out of turn: locking must not wait until the keychain, or the person it asks, has answered.
      await keychainKey.keep(id, key)
      await change(async () => {
        // The lock was taken away meanwhile.
        if ((await seal.look()) === 'none') await keychainKey.forget()
      })
      return null
    },
    forgetKey: () =>
      change(async () => {
        await keychainKey.forget()
        return null
      }),
    async unlockHere() {
      // Out of turn too: the passphrase still opens it while the keychain is asked.
      const key = await keychainKey.read(await seal.id())
      return change(async () => {
        if ((await seal.look()) !== 'locked') return null
        try {
          return await opened(() => seal.unlockWithKey(key))
        } catch (error) {
          if (error instanceof Failure && error.code === 'wrong-kept-key') await keychainKey.forget().catch(failed)
          throw error
        }
      })
    },
    openWaiting: (typed) =>
      change(async () => {
        await saved()
        const done = await needs.withoutBackups(() =>
          changed(async () => {
            const opened = await seal.openWaiting(typed)
            // Its key may be another one from here on.
            forgetIndex()
            return opened
          }),
        )
        await keepAll()
        await openFormerToo(typed)
        return done
      }),
    reopen: () => change(reopened),
    reopenIfChanged: () =>
      unasked(async () => {
        if (!isOpen() || holdsWords()) return null
        const before: SealState = seal.holdsKey() ? 'unlocked' : 'none'
        return (await seal.look()) === before ? null : reopened()
      }),
    acceptGone: () =>
      change(async () => {
        await changed(giveKnown)
        await keepAll()
        return null
      }),
    openFormer: (passphrase) =>
      change(async () => {
        await former.open(passphrase)
        return null
      }),
    async settled() {
      await queue.idle()
    },
  }
}
