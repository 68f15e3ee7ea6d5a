/** The library's reads in a journal with a lock: what is read comes up open. */
import type { PlaceOf } from '../storage/encryption/cipher/sealedPlace'
import type { Vault } from '../storage/encryption/cipher/vault'
import type { ReadableFiles } from './readableFiles'

export function sealedReadableFiles(files: ReadableFiles, vault: Vault, placeOf: PlaceOf): ReadableFiles {
  return {
    list: files.list,
    // Of the sealed file: they only show whether it is another one.
    facts: files.facts,
    read(path) {
      const bytes = files.read(path)
      return bytes && vault.open(bytes, placeOf(path))
    },
  }
}
