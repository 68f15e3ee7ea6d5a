/** Keys of made-up journals with a lock, made as quickly as the bounds allow. */
import { nodeDisk } from '../../src/main/disk/disk'
import { newKeyFile } from '../../src/main/storage/encryption/cipher/keySlots'
import { newRecoverySecret } from '../../src/main/storage/encryption/cipher/recoveryCode'
import { findLock } from '../../src/main/storage/encryption/files/encryptedLayout'
import { type KnownLock, knownLockOf } from '../../src/main/storage/encryption/keys/knownLock'
import { JournalFolder } from '../../src/main/storage/layout/journalFolder'

export const quickCost = { n: 2 ** 14, r: 8, p: 1 }
export const passphrase = 'a long walk by the sea'

export async function madeKey(given: Partial<Parameters<typeof newKeyFile>[0]> = {}) {
  const recovery = newRecoverySecret()
  const made = await newKeyFile({ passphrase, recovery, now: '2026-03-02T08:00:00Z', cost: quickCost, ...given })
  return { ...made, recovery }
}

/** What a device knows that has opened whatever lock lies in that folder. */
export const knownIn = (folder: string) => async (): Promise<KnownLock | null> => {
  const found = await findLock(new JournalFolder(nodeDisk(), folder))
  return found && knownLockOf(found)
}
