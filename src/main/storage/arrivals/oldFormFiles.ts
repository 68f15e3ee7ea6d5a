/**
 * Sealed files of the old form that come once all is migrated: they open at any path, so that anyone with the files can put one in another one's place.
 * They wait as what else comes from elsewhere does, byte for byte.
 */
import { relative, sep } from 'node:path'
import { v4 as uuid } from 'uuid'
import { exists } from '../../disk/exists'
import { errorCode } from '../../disk/files'
import { textIn } from '../encryption/changes/sealAnew'
import { isOldForm } from '../encryption/cipher/fileCipher'
import type { Vault } from '../encryption/cipher/vault'
import { arrivalPlace } from '../encryption/files/arrivalPlace'
import { maxFileSize, type Names } from '../encryption/files/fileSet'
import type { JournalFolder } from '../layout/journalFolder'
import type { WaitingFiles } from '../safekeeping/quarantine'

/** `asItLies` is the folder of what is sealed, without the key. */
export function oldFormFiles(asItLies: JournalFolder, vault: Vault, came: () => void): WaitingFiles {
  return {
    came,
    async placeOf(path) {
      const bytes = await bytesOf(asItLies, path)
      if (bytes === null || !isOldForm(bytes) || vault.takesOldForm) return null
      const text = textIn(vault, bytes)
      // What does not open anywhere is damage.
      if (text === null) return null
      return await freeOf(asItLies, arrivalPlace(vault, relative(asItLies.root, path).split(sep), text))
    },
  }
}

/** Null for what is too large to be looked at, or gone. */
async function bytesOf({ disk }: JournalFolder, path: string): Promise<Uint8Array | null> {
  try {
    return (await disk.files.read(path, maxFileSize)).bytes
  } catch (error) {
    if (['EFBIG', 'ENOENT'].includes(errorCode(error) ?? '')) return null
    throw error
  }
}

/** The same words may wait there already, in other bytes: they count as one, and none replaces the other. */
async function freeOf(folder: JournalFolder, names: Names): Promise<Names> {
  if (!(await exists(folder.disk, folder.path(...names)))) return names
  const name = (names.at(-1) ?? '').replace(/\.json$/, '')
  return [...names.slice(0, -1), `${name}.${uuid().slice(0, 8)}.json`]
}
