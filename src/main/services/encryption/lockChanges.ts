/** The lock is turned on and off, and gets another passphrase or recovery code. */
import { Failure } from '#shared/domain/failure'
import type { PreparedCode, PreparedLock } from '../ports/seal'
import type { LockNeeds } from './lockNeeds'
import type { LockSteps } from './lockSteps'

export interface LockChanges {
  /** Makes a lock that is not turned on yet; its recovery code has to be typed back. */
  prepare(passphrase: string): Promise<{ readonly code: string }>
  /** Throws `mistyped-code` when it is not the code that was shown. Resolves with how many files could not be taken away. */
  turnOn(code: string): Promise<{ readonly left: number }>
  turnOff(passphrase: string): Promise<null>
  changePassphrase(old: string, next: string): Promise<null>
  newCode(passphrase: string): Promise<{ readonly code: string }>
  keepCode(code: string): Promise<null>
}

export function createLockChanges(needs: LockNeeds, steps: LockSteps): LockChanges {
  const { seal, keychainKey, isOpen, backUp, forgetIndex, progressed, failed } = needs
  const { change, saved, whileClosed, whileFilesChange, keepAll } = steps
  let prepared: PreparedLock | null = null
  let preparedCode: PreparedCode | null = null

  /** A person who needs another passphrase or code gets it, also on a full disk: only the key file is written anew. */
  async function backUpIfItCan(): Promise<void> {
    await backUp('lock').catch(failed)
  }

  return {
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
        const turned = await whileFilesChange(async () => {
          forgetIndex()
          return lock.turnOn(progressed)
        })
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
          await whileFilesChange(async () => {
            forgetIndex()
            await seal.turnOff(passphrase, progressed)
          })
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
        await whileClosed(() => seal.changePassphrase(old, next))
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
        await whileClosed(() => next.keep())
        preparedCode = null
        return null
      }),
  }
}
