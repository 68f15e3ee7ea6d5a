import type { SafeStorage as ElectronSafeStorage } from 'electron'
import type { Faithful } from './faithful'
import { strict } from './strict'

/** Electron's `safeStorage` on a system without a keyring. */
class SafeStorage {
  isEncryptionAvailable(): boolean {
    return false
  }

  getSelectedStorageBackend(): 'basic_text' | 'unknown' {
    return 'basic_text'
  }

  encryptString(_plainText: string): Buffer {
    throw new Error(
      'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
    )
  }

  decryptString(_encrypted: Buffer): string {
    throw new Error(
      'Error while decrypting the ciphertext provided to safeStorage.decryptString. Decryption is not available.',
    )
  }
}

export const safeStorage = strict('safeStorage', new SafeStorage())

true satisfies Faithful<SafeStorage, ElectronSafeStorage>
