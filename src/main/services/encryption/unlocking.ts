/** A locked journal is opened, by a passphrase, a recovery code or this computer's keychain; and what another lock sealed, with that one's. */
import { Failure, type FailureCode } from '#shared/domain/failure'
import type { LockNeeds } from './lockNeeds'
import type { LockSteps } from './lockSteps'

export interface Unlocking {
  unlock(passphrase: string): Promise<null>
  recover(code: string, passphrase: string): Promise<null>
  /** Whether this computer has a keychain that is safe for a copy of the key. */
  canKeepKey(): Promise<boolean>
  /** A copy of the key goes into this computer's keychain. Throws `wrong-passphrase`, `keychain`. */
  keepKey(passphrase: string): Promise<null>
  forgetKey(): Promise<null>
  /** With the key from there; one that does not fit is thrown away. Throws `keychain`, `wrong-kept-key`. */
  unlockHere(): Promise<null>
  /** Brings sealed files of before into the present form, where that was refused. Throws why it is refused again. */
  migrate(): Promise<null>
  /** Opens what another lock sealed. Throws `wrong-passphrase`, `conflict`. */
  openWaiting(typed: string): Promise<{ readonly opened: number; readonly left: number }>
  /** It is gone on purpose: the journal is opened without one. */
  acceptGone(): Promise<null>
  /** What is sealed on this device to a lock that the journal had before. Throws `wrong-passphrase`, `not-found`. */
  openFormer(passphrase: string): Promise<null>
}

export function createUnlocking(needs: LockNeeds, steps: LockSteps): Unlocking {
  const { seal, keychainKey, backUp, forgetIndex, giveKnown, former, migration, progressed, failed } = needs
  const { change, saved, whileClosed, whileFilesChange, keepAll } = steps
  /** What stood in the way of migrating stands there still: until the next start it is tried when the person asks for it. */
  let refusal: FailureCode | null = null

  /** Unlocked, and from here on in the present form. Without a backup or room it stays in the one of before, which is read as well. */
  async function opened(unlock: () => Promise<void>): Promise<null> {
    await whileClosed(unlock)
    await keepAll()
    if (!seal.needsMigration()) return null
    if (refusal === null) await migrated().catch(failed)
    else migration.refused(refusal)
    return null
  }

  async function migrated(): Promise<void> {
    try {
      await saved()
      const lock = await seal.id()
      if (!migration.isBackedUp(lock)) {
        await backUp('migration')
        await migration.backedUp(lock).catch(failed)
      }
      await whileFilesChange(() => seal.migrate(progressed))
      refusal = null
      await migration.backedUp(null).catch(failed)
    } catch (error) {
      refusal = error instanceof Failure ? error.code : 'unexpected'
      throw error
    } finally {
      migration.refused(refusal)
    }
  }

  /** What waits on this device: many have one passphrase for both. */
  async function openFormerToo(passphrase: string): Promise<void> {
    if (await former.waits().catch(() => false)) await former.open(passphrase).catch(() => undefined)
  }

  return {
    unlock: (passphrase) =>
      change(async () => {
        await opened(() => seal.unlock(passphrase))
        await openFormerToo(passphrase)
        return null
      }),
    recover: (code, passphrase) => change(() => opened(() => seal.recover(code, passphrase))),
    migrate: () =>
      change(async () => {
        if (seal.needsMigration()) await migrated()
        return null
      }),
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
        await seal.verifyWaiting(typed)
        await saved()
        const done = await whileFilesChange(async () => {
          const opened = await seal.openWaiting(typed)
          // Its key may be another one from here on.
          forgetIndex()
          return opened
        })
        await keepAll()
        await openFormerToo(typed)
        return done
      }),
    acceptGone: () =>
      change(async () => {
        await whileClosed(giveKnown)
        await keepAll()
        return null
      }),
    openFormer: (passphrase) =>
      change(async () => {
        await former.open(passphrase)
        return null
      }),
  }
}
