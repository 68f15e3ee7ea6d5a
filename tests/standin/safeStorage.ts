import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { SafeStorage as ElectronSafeStorage } from 'electron'
import type { Faithful } from './faithful'
import { readiness } from './readiness'
import { strict } from './strict'

/** What stands in for the person's keyring: the same in every run, so that what was sealed before a restart opens after it. */
let keyring: string | null = null
/** Resolves when the person has answered the keyring's prompt. */
let prompt: Promise<void> = Promise.resolve()
let answerPrompt = () => {}

/** From now on there is a keyring of this name, or none. `isLocked`: it asks the person first, until it is given again. */
export function giveKeyring(name: string | null, isLocked = false): void {
  keyring = name
  answerPrompt()
  if (!isLocked) return
  prompt = new Promise((resolve) => {
    answerPrompt = resolve
  })
}

/** Three letters before each ciphertext say which key made it. On Linux `v10` is a word that every copy of Chromium knows: components/os_crypt/async/browser/posix_key_provider.cc */
const publicTag = 'v10'
const keyringTag = 'v11'

/**
 * Electron's `safeStorage` on a Linux of which it does not know the desktop, without a keyring until one is given. Only the calls that answer later:
 * the others go with Electron 46.
 */
class SafeStorage {
  /** A guess from the desktop's name, of what the calls that answer at once would use. */
  getSelectedStorageBackend(): 'basic_text' | 'unknown' {
    return readiness.isReady ? 'basic_text' : 'unknown'
  }

  /** True also without a keyring: the public word is available everywhere. */
  async isAsyncEncryptionAvailable(): Promise<boolean> {
    if (!readiness.isReady) return false
    await prompt
    return true
  }

  async encryptStringAsync(plainText: string): Promise<Buffer> {
    refuseBeforeReady()
    await prompt
    const nonce = randomBytes(12)
    const tag = keyring === null ? publicTag : keyringTag
    const cipher = createCipheriv('aes-256-gcm', keyOf(keyring), nonce)
    const text = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()])
    return Buffer.concat([Buffer.from(tag), nonce, cipher.getAuthTag(), text])
  }

  async decryptStringAsync(encrypted: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }> {
    refuseBeforeReady()
    await prompt
    const tag = encrypted.subarray(0, 3).toString('latin1')
    // The public word stays in the key ring beside the person's own.
    if (tag !== publicTag && (tag !== keyringTag || keyring === null)) {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.')
    }
    const decipher = createDecipheriv(
      'aes-256-gcm',
      keyOf(tag === publicTag ? null : keyring),
      encrypted.subarray(3, 15),
    )
    decipher.setAuthTag(encrypted.subarray(15, 31))
    const text = Buffer.concat([decipher.update(encrypted.subarray(31)), decipher.final()])
    return { shouldReEncrypt: tag === publicTag && keyring !== null, result: text.toString('utf8') }
  }
}

function refuseBeforeReady(): void {
  if (!readiness.isReady) throw new Error('safeStorage cannot be used before app is ready')
}

function keyOf(name: string | null): Buffer {
  return createHash('sha256').update(`keyring ${name}`).digest()
}

export const safeStorage = strict('safeStorage', new SafeStorage())

true satisfies Faithful<SafeStorage, ElectronSafeStorage>
