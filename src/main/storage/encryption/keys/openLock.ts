/** Finds the key of a journal with a lock, and changes nothing. */
import { Failure } from '#shared/domain/failure'
import { folderNames, type JournalFolder } from '../../layout/journalFolder'
import { isProved } from '../cipher/keyFile'
import { openVault, type Secret } from '../cipher/keySlots'
import type { Vault } from '../cipher/vault'
import { type FoundLock, findLock, keyFileName, sealedName } from '../files/encryptedLayout'
import { type KeyFileThere, keyFilesIn } from './keyFiles'

/** Throws `not-found` for a journal without a lock. */
export async function lockIn(home: JournalFolder): Promise<FoundLock> {
  const found = await findLock(home)
  if (found === null) throw new Failure('not-found', 'this journal has no lock')
  return found
}

export interface OpenedLock {
  /** The lock that counts here; with another passphrase in it than `by` where its copy or a second file of it is what opens. */
  readonly found: FoundLock
  readonly opened: Vault
  /** The key file that opens: of another lock where two were turned on apart. */
  readonly by: KeyFileThere
}

/**
 * The key, and the key file that it came from: another program may have changed the one in front and left its sum right, then its copy counts, or put it
 * beside another device's. Throws `wrong-passphrase`, `wrong-code`, `retired-passphrase`, `key-damaged`, `not-found`.
 */
export async function openLock(home: JournalFolder, secret: Secret): Promise<OpenedLock> {
  const found = await lockIn(home)
  const front: KeyFileThere = { ...found, names: [], isRetired: false }
  try {
    return { found, opened: await openVault(found.file, secret), by: front }
  } catch (error) {
    const by = await openedBy((await keyFilesIn(home)).filter(isTriedBeside(found)), secret)
    if (by === null) throw error
    const { key, opened } = by
    if (key.file.id === found.file.id) {
      // Made with the key, the one in front counts, also with another passphrase in it.
      const isForged = !opened.withKey((bytes) => isProved(found.file, bytes))
      return { found: isForged && isCopy(key) ? { ...key, isCopy: true } : found, opened, by: key }
    }
    if (!key.isRetired) return { found, opened, by: key }
    opened.forget()
    throw new Failure('retired-passphrase', 'of a lock that does not count any more')
  }
}

/** A file of the lock that counts opens nothing from `keys/`, where an earlier passphrase may be; one beside `lock.json` may have the newer one. */
function isTriedBeside({ file: { id }, bytes }: FoundLock): (key: KeyFileThere) => boolean {
  return (key) => Buffer.compare(key.bytes, bytes) !== 0 && !(key.file.id === id && key.names[0] === folderNames.keys)
}

function isCopy({ names }: KeyFileThere): boolean {
  return names.length === 2 && names[0] === sealedName && names[1] === keyFileName
}

/** The first of these key files that opens; null when none does. */
export async function openedBy(
  keys: readonly KeyFileThere[],
  secret: Secret,
): Promise<{ readonly key: KeyFileThere; readonly opened: Vault } | null> {
  for (const key of keys) {
    const opened = await openVault(key.file, secret).catch(() => null)
    if (opened !== null) return { key, opened }
  }
  return null
}
