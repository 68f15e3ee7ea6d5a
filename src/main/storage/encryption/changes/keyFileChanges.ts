/** The key file gets another passphrase or another recovery code; the key stays. */
import { Failure } from '#shared/domain/failure'
import { answered } from '../../../disk/failureOf'
import { saveDurably } from '../../../disk/saveDurably'
import type { Clock } from '../../../services/ports/clock'
import type { PreparedCode } from '../../../services/ports/seal'
import type { JournalFolder } from '../../layout/journalFolder'
import type { Cost } from '../cipher/algorithms'
import { isProved, readKeyFile } from '../cipher/keyFile'
import { type Secret, withPassphrase, withRecovery } from '../cipher/keySlots'
import { newRecoverySecret, recoveryCode, recoverySecret } from '../cipher/recoveryCode'
import { keepKeyFile, keyFileName, sealedName } from '../files/encryptedLayout'
import type { HeldKey } from '../keys/heldKey'
import { lockIn, openLock } from '../keys/openLock'

export interface KeyFileChangesNeeds {
  home(): JournalFolder
  /** As the one process that has the journal. */
  alone<T>(work: (home: JournalFolder) => Promise<T>): Promise<T>
  readonly heldKey: HeldKey
  readonly clock: Clock
  readonly steadyFor: number
  readonly cost: Cost | undefined
}

export interface KeyFileChanges {
  /** The key file first: should its copy fail, the next unlocking writes that. */
  replace(bytes: Uint8Array): Promise<void>
  /** Another passphrase, by the recovery code. Throws `mistyped-code`, `wrong-code`. */
  recover(code: string, passphrase: string): Promise<void>
  changePassphrase(old: string, next: string): Promise<void>
  newCode(passphrase: string): Promise<PreparedCode>
}

export function createKeyFileChanges(needs: KeyFileChangesNeeds): KeyFileChanges {
  const { home, alone, heldKey, clock, steadyFor, cost } = needs

  async function replace(bytes: Uint8Array): Promise<void> {
    const file = readKeyFile(bytes)
    await alone(async (place) => {
      await saveDurably(place.disk, place.path(keyFileName), bytes)
      await keepKeyFile(place, place.path(sealedName, keyFileName), { file, bytes }, { steadyFor }).catch(
        () => undefined,
      )
    })
    heldKey.renew({ file, bytes })
  }

  return {
    replace,
    async recover(code, passphrase) {
      const secret = recoverySecret(code)
      if (secret === null) throw new Failure('mistyped-code', 'no recovery code')
      const given: Secret = { kind: 'recovery', secret }
      const { found, opened, by } = await openLock(home(), given)
      const key = opened.withKey((bytes) => Buffer.from(bytes))
      opened.forget()
      // The one in front may have a newer code: it keeps that.
      const isFront = by.file.id === found.file.id && isProved(found.file, key)
      const from: Secret = { kind: 'key', key }
      const bytes = await withPassphrase((isFront ? found : by).file, from, {
        passphrase,
        now: clock.instant(),
        cost,
      }).finally(() => key.fill(0))
      if (by.file.id === found.file.id) await replace(bytes)
      else await alone((place) => saveDurably(place.disk, place.path(...by.names), bytes))
    },
    async changePassphrase(old, next) {
      const { file } = await lockIn(home())
      const by: Secret = { kind: 'passphrase', passphrase: old }
      await replace(await withPassphrase(file, by, { passphrase: next, now: clock.instant(), cost }))
    },
    async newCode(passphrase) {
      const secret = newRecoverySecret()
      const { file } = await lockIn(home())
      const bytes = await withRecovery(
        file,
        { kind: 'passphrase', passphrase },
        { recovery: secret, now: clock.instant() },
      )
      return {
        code: recoveryCode(secret),
        isCode: (typed) => recoverySecret(typed)?.equals(secret) === true,
        keep: () => answered(() => replace(bytes)),
      }
    },
  }
}
