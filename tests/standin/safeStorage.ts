import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { SafeStorage as ElectronSafeStorage } from 'electron'
import type { Faithful } from './faithful'
import { strict } from './strict'

/** What stands in for the person's keyring: the same in every run, so that what was sealed before a restart opens after it. */
let keyring: string | null = null

/** From now on there is a keyring of this name, or none. */
export function giveKeyring(name: string | null): void {
  keyring = name
}

/** Electron's `safeStorage` on a Linux without a keyring, until one is given. Only the calls that answer later: the others go with Electron 46. */
class SafeStorage {
  getSelectedStorageBackend(): 'basic_text' | 'gnome_libsecret' {
    return keyring === null ? 'basic_text' : 'gnome_libsecret'
  }

  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return keyring !== null
  }

  async encryptStringAsync(plainText: string): Promise<Buffer> {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', keyOf(keyring), nonce)
    const text = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), text])
  }

  async decryptStringAsync(encrypted: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }> {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(keyring), encrypted.subarray(0, 12))
    decipher.setAuthTag(encrypted.subarray(12, 28))
    const text = Buffer.concat([decipher.update(encrypted.subarray(28)), decipher.final()])
    return { shouldReEncrypt: false, result: text.toString('utf8') }
  }
}

/** Without a keyring Electron scrambles with a word that everybody knows. */
function keyOf(name: string | null): Buffer {
  return createHash('sha256').update(`keyring ${name}`).digest()
}

export const safeStorage = strict('safeStorage', new SafeStorage())

true satisfies Faithful<SafeStorage, ElectronSafeStorage>
