/** The keychain port on Electron's `safeStorage`. The calls that answer at once block on D-Bus and go with Electron 46: https://github.com/electron/electron/pull/49054 */
import { safeStorage } from 'electron'
import { Failure } from '#shared/domain/failure'
import type { Keychain } from '../services/ports/keychain'

/** With these the key would be a word that every copy of Electron knows. */
const scrambling: ReadonlySet<string> = new Set(['basic_text', 'unknown'])

async function isSafe(): Promise<boolean> {
  if (process.platform === 'linux' && scrambling.has(safeStorage.getSelectedStorageBackend())) return false
  return await safeStorage.isAsyncEncryptionAvailable()
}

async function refuseUnsafe(): Promise<void> {
  if (!(await isSafe())) throw new Failure('keychain', 'no keychain that is safe')
}

export const electronKeychain: Keychain = {
  isSafe,
  async seal(secret) {
    await refuseUnsafe()
    return await safeStorage.encryptStringAsync(secret)
  },
  async open(sealed) {
    await refuseUnsafe()
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(sealed))
    return { secret: result, isOld: shouldReEncrypt }
  },
}
