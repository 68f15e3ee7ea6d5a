/** Every lock that was turned on in a run, as the person knows it: its passphrases, its recovery code, and the key for a look at what it sealed. */
import { Failure } from '#shared/domain/failure'
import type { KeyFile } from '../../../src/main/storage/encryption/cipher/keyFile'
import { openVault } from '../../../src/main/storage/encryption/cipher/keySlots'
import { recoverySecret } from '../../../src/main/storage/encryption/cipher/recoveryCode'
import type { Vault } from '../../../src/main/storage/encryption/cipher/vault'

interface KnownLock {
  readonly passphrases: string[]
  readonly code: string
  readonly key: string
  readonly vault: Vault
}

export class KnownLocks {
  private readonly byId = new Map<string, KnownLock>()

  async add(file: KeyFile, passphrase: string, code: string): Promise<void> {
    const secret = recoverySecret(code)
    if (secret === null) throw new Error('no code')
    const vault = await openVault(file, { kind: 'recovery', secret })
    const key = vault.withKey((bytes) => bytes.toString('base64'))
    this.byId.set(file.id, { passphrases: [passphrase], code, key, vault })
  }

  has(id: string): boolean {
    return this.byId.has(id)
  }

  of(id: string): KnownLock {
    const known = this.byId.get(id)
    if (!known) throw new Failure('unexpected', 'a lock that nobody turned on')
    return known
  }

  /** The words of a file of the journal, whoever sealed it. */
  text(bytes: Uint8Array): string {
    for (const { vault } of this.byId.values()) {
      try {
        return vault.open(bytes, { subject: '', takesAny: true }).toString('utf8')
      } catch {
        // Another one's, or of none.
      }
    }
    return Buffer.from(bytes).toString('utf8')
  }
}
