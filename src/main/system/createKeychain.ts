/** The keychain port on Electron's `safeStorage`: nothing is left to a key that others know, and nothing waits for a prompt for ever. */
import type { SafeStorage } from 'electron'
import { Failure } from '#shared/domain/failure'
import type { Keychain } from '../services/ports/keychain'

/** The calls that answer at once block on D-Bus and go with Electron 46: https://github.com/electron/electron/pull/49054 */
export type Storage = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>

/** Milliseconds in which a person may answer the keyring's prompt. */
const timeoutMs = 60_000

/**
 * On Linux the fallback where no keyring gives a key: a word that every copy of Chromium knows (components/os_crypt/async/browser/posix_key_provider.cc).
 * On macOS the same letters stand for the system's own key.
 */
const publicTag = 'v10'

export function createKeychain(storage: Storage, platform: string, wait = timeoutMs): Keychain {
  const isPublic = (sealed: Uint8Array) =>
    platform === 'linux' && Buffer.from(sealed.subarray(0, publicTag.length)).toString('latin1') === publicTag

  function refusePublic(sealed: Uint8Array): void {
    if (isPublic(sealed)) throw new Failure('keychain', 'sealed with a word that others know')
  }

  /** The backend that Electron names is a guess from the desktop's name, wrong for a keyring under i3 or Hyprland: what it seals with shows itself. */
  async function isSafe(): Promise<boolean> {
    if (!(await storage.isAsyncEncryptionAvailable())) return false
    return platform !== 'linux' || !isPublic(await storage.encryptStringAsync('probe'))
  }

  return {
    isSafe: () => within(wait, isSafe()),
    seal: (secret) =>
      within(
        wait,
        storage.encryptStringAsync(secret).then((sealed) => {
          refusePublic(sealed)
          return sealed
        }),
      ),
    async open(sealed) {
      refusePublic(sealed)
      const { result, shouldReEncrypt } = await within(wait, storage.decryptStringAsync(Buffer.from(sealed)))
      return { secret: result, isOld: shouldReEncrypt }
    },
  }
}

/** What comes later than that is of no use any more. */
function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Failure('keychain', 'no answer in time')), milliseconds)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
