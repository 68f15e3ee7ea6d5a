/** Puts a key file byte for byte where it stays for what its lock sealed and comes late: turned off, or given way to another lock. */
import { folderNames, type JournalFolder } from '../../layout/journalFolder'
import { digest } from '../cipher/algorithms'
import type { KeyFile } from '../cipher/keyFile'
import type { Vault } from '../cipher/vault'
import { isCreatedAt } from '../files/putInPlace'

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
    if (await isCreatedAt(home.disk, `${folder}/${id}-${keyMark}.json`, bytes)) return
    const other = `${folder}/${id}-${keyMark}-${digest(bytes).toString('hex').slice(0, 8)}.json`
    if (!(await isCreatedAt(home.disk, other, bytes)))
      throw new Error('another file has the name of a retired key file')
  })
}
