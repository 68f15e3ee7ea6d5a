/** Keys of made-up journals with a lock, made as quickly as the bounds allow. */
import { newKeyFile } from '../../src/main/storage/encryption/keySlots'
import { newRecoverySecret } from '../../src/main/storage/encryption/recoveryCode'

export const quickCost = { n: 2 ** 14, r: 8, p: 1 }
export const passphrase = 'a long walk by the sea'

export async function madeKey(given: Partial<Parameters<typeof newKeyFile>[0]> = {}) {
  const recovery = newRecoverySecret()
  const made = await newKeyFile({ passphrase, recovery, now: '2026-03-02T08:00:00Z', cost: quickCost, ...given })
  return { ...made, recovery }
}
