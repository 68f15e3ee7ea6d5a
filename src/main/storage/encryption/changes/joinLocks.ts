/**
 * Two locks that were turned on apart become one: once the passphrase of each was given here, all is sealed under the key with the lower id, which is
 * the same on every device, and its key file counts. The other one is retired. Until the last step the lock that counted before still counts.
 */
import { removeDurably } from '../../../disk/removeDurably'
import { saveDurably } from '../../../disk/saveDurably'
import { folderNames, type JournalFolder } from '../../layout/journalFolder'
import type { Vault } from '../cipher/vault'
import { type FoundLock, keyFileName, readKey, sealedName } from '../files/encryptedLayout'
import type { InboxGate } from '../files/inboxGate'
import { type KeyFileThere, keyFilePlaces } from '../keys/keyFiles'
import { retireKeyFile } from '../keys/retireKeyFile'
import { type Opened, sealAnew } from './sealAnew'

type Key = Pick<FoundLock, 'file' | 'bytes'>

/** A lock that this process has the key of. */
export interface HeldLock {
  readonly key: Key
  readonly vault: Vault
}

/** `isOther`: the lock that counts from here on is the second one. To be run by the one process that has the journal. */
export async function joinLocks(
  home: JournalFolder,
  first: HeldLock,
  second: HeldLock & { readonly key: KeyFileThere },
  gate: InboxGate,
): Promise<Opened & { readonly isOther: boolean }> {
  const isOther = !second.key.isRetired && second.key.file.id < first.key.file.id
  const [stays, goes] = isOther ? [second, first] : [first, second]
  const done = await sealAnew(home, goes.vault, stays.vault, gate)
  // Not before: cut off, there are two locks still, and none of them can be turned off.
  await retireKeyFile(home, goes.key, goes.vault)
  // The copy first: while the key file in front is the other one's, that lock still counts.
  await put(home, home.path(sealedName, keyFileName), stays.key, goes)
  await put(home, home.path(keyFileName), stays.key, goes)
  await removeSeconds(home, stays.key, goes)
  return { ...done, isOther }
}

/** A whole key file of a third lock may be all that is left of it: it stays. */
async function put(home: JournalFolder, path: string, stays: Key, goes: HeldLock): Promise<void> {
  const there = await readKey(home, path)
  if (there?.file && there.file.id !== stays.file.id && there.file.id !== goes.key.file.id) return
  if (there?.file && there.file.id === goes.key.file.id) await retireKeyFile(home, there, goes.vault)
  if (there?.file && there.file.id === stays.file.id) return
  await saveDurably(home.disk, path, stays.bytes)
}

/** Under other names: what counts once more, and all of what is retired. One with another passphrase of what counts stays. */
async function removeSeconds(home: JournalFolder, stays: Key, goes: HeldLock): Promise<void> {
  for (const names of await keyFilePlaces(home)) {
    if (names.at(-1) === keyFileName || names[0] === folderNames.keys) continue
    const path = home.path(...names)
    const key = await readKey(home, path).catch(() => null)
    if (!key?.file) continue
    const isRetired = key.file.id === goes.key.file.id
    if (isRetired) await retireKeyFile(home, key, goes.vault)
    if (isRetired || Buffer.compare(key.bytes, stays.bytes) === 0) await removeDurably(home.disk, path)
  }
}
