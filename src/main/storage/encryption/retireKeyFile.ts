/** Puts a key file byte for byte where it stays for what its lock sealed and comes late: turned off, or given way to another lock. */
import { createDurably } from '../../disk/createDurably'
import { errorCode } from '../../disk/files'
import { syncFolder } from '../../disk/syncFolder'
import { folderNames, type JournalFolder } from '../layout/journalFolder'
import { digest } from './algorithms'
import { keyFileLimit } from './encryptedLayout'
import type { KeyFile } from './keyFile'
import type { Vault } from './vault'

/**
 * Resolves when the disk has it. Its name says which files it is for: `<id>-<their mark>.json`. One of the same lock with another passphrase stays beside
 * it; the same once more changes nothing.
 */
export async function retireKeyFile(
  home: JournalFolder,
  { file: { id }, bytes }: { readonly file: Pick<KeyFile, 'id'>; readonly bytes: Uint8Array },
  { keyMark }: Pick<Vault, 'keyMark'>,
): Promise<void> {
  await home.inside([folderNames.keys], async (folder) => {
    if (await isPut(home, `${folder}/${id}-${keyMark}.json`, bytes)) return
    const other = `${folder}/${id}-${keyMark}-${digest(bytes).toString('hex').slice(0, 8)}.json`
    if (!(await isPut(home, other, bytes))) throw new Error('another file has the name of a retired key file')
  })
}

/** False where another file has the name. */
async function isPut({ disk }: JournalFolder, path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await createDurably(disk, path, bytes)
    return true
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  const there = await disk.files.read(path, keyFileLimit)
  if (Buffer.compare(there.bytes, bytes) !== 0) return false
  // An attempt before may have failed before its name was safe.
  await syncFolder(disk, path.slice(0, path.lastIndexOf('/')))
  return true
}
