/** Finds the key of a journal with a lock, and changes nothing. */
import { Failure } from '#shared/domain/failure'
import type { JournalFolder } from '../layout/journalFolder'
import { copyOfLock, type FoundLock, findLock } from './encryptedLayout'
import { openVault, type Secret } from './keySlots'
import type { Vault } from './vault'

/** Throws `not-found` for a journal without a lock. */
export async function lockIn(home: JournalFolder): Promise<FoundLock> {
  const found = await findLock(home)
  if (found === null) throw new Failure('not-found', 'this journal has no lock')
  return found
}

/**
 * The key, and the key file that it came from: another program may have changed the one in front and left its sum right, then its copy counts.
 * Throws `wrong-passphrase`, `wrong-code`, `key-damaged`, `not-found`.
 */
export async function openLock(
  home: JournalFolder,
  secret: Secret,
): Promise<{ readonly found: FoundLock; readonly opened: Vault }> {
  const found = await lockIn(home)
  try {
    return { found, opened: await openVault(found.file, secret) }
  } catch (error) {
    const copy = found.isCopy ? null : await copyOfLock(home, found).catch(() => null)
    if (copy === null || Buffer.compare(copy.bytes, found.bytes) === 0) throw error
    const opened = await openVault(copy.file, secret).catch(() => null)
    if (opened === null) throw error
    return { found: copy, opened }
  }
}
