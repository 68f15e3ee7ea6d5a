/** Whether a key file on the disk opens to a key that is held: answered at once, for when the system waits for no promise. */
import { readAtOnce } from '../../../disk/readAtOnce'
import type { JournalFolder } from '../../layout/journalFolder'
import { isProved, readKeyFile } from '../cipher/keyFile'
import type { Vault } from '../cipher/vault'
import { keyFileLimit, keyFileName, sealedName } from '../files/encryptedLayout'

export type ReadAtOnce = typeof readAtOnce

/** False for what is gone, damaged, of another key, or can't be read now. The copy beside what is sealed counts as well. */
export function opensTo(vault: Vault, home: JournalFolder, id: string, read: ReadAtOnce = readAtOnce): boolean {
  return [home.path(keyFileName), home.path(sealedName, keyFileName)].some((path) => {
    try {
      const file = readKeyFile(read(path, keyFileLimit).bytes)
      return file.id === id && vault.withKey((key) => isProved(file, key))
    } catch {
      return false
    }
  })
}
