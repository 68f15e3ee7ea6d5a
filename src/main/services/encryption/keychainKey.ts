/**
 * A copy of the journal's key in this computer's keychain, for who would rather press a button than type the passphrase. It belongs to the device:
 * never in the journal or a backup, never the only way in, and used only when a person asks for it. The keychain may ask the person in turn, or never
 * answer: nothing else waits for it.
 */
import { z } from 'zod'
import { Failure } from '#shared/domain/failure'
import type { Keychain } from '../ports/keychain'

export const storedKeySchema = z.object({
  /** Of the lock that it opens. */
  lock: z.string().min(1).max(100),
  /** In base64. */
  sealed: z.string().min(1).max(10_000),
})
export type StoredKey = z.infer<typeof storedKeySchema>

export interface KeychainKeyNeeds {
  readonly keychain: Keychain
  stored(): StoredKey | null
  /** Throws when the disk does not take it. */
  store(next: StoredKey | null): Promise<void>
  failed(error: unknown): void
}

export interface KeychainKey {
  isOf(lock: string): boolean
  /** Whether there is a safe place for a copy. */
  canKeep(): Promise<boolean>
  /** Throws `keychain`, and what the disk says. */
  keep(lock: string, key: string): Promise<void>
  /** Throws `not-found`, `keychain`. */
  read(lock: string): Promise<string>
  forget(): Promise<void>
}

export function createKeychainKey({ keychain, stored, store, failed }: KeychainKeyNeeds): KeychainKey {
  async function asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask()
    } catch (error) {
      throw new Failure('keychain', 'the keychain did not answer', { cause: error })
    }
  }

  async function keep(lock: string, key: string): Promise<void> {
    const sealed = await asked(() => keychain.seal(key))
    await store({ lock, sealed: Buffer.from(sealed).toString('base64') })
  }

  return {
    isOf: (lock) => stored()?.lock === lock,
    canKeep: () => keychain.isSafe().catch(() => false),
    async keep(lock, key) {
      if (!(await asked(keychain.isSafe))) throw new Failure('keychain', 'no keychain that is safe')
      await keep(lock, key)
    },
    async read(lock) {
      const known = stored()
      if (known?.lock !== lock) throw new Failure('not-found', 'no key of this journal is kept here')
      const { secret, isOld } = await asked(() => keychain.open(Buffer.from(known.sealed, 'base64')))
      // It opens as it is; the next time tries again.
      if (isOld) await keep(lock, secret).catch(failed)
      return secret
    },
    async forget() {
      if (stored() !== null) await store(null)
    },
  }
}
