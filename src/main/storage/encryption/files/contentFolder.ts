/** The folder that has what a person wrote: the journal's own, or what is sealed in it, opened with its key. */
import { Failure } from '#shared/domain/failure'
import type { JournalFolder } from '../../layout/journalFolder'
import type { Vault } from '../cipher/vault'
import type { MayOpen } from './encryptedFiles'
import { findLock, sealedFolder } from './encryptedLayout'

/** Throws `locked` without the key of a journal that has a lock, `key-damaged`, `key-missing`. */
export async function contentFolder(
  home: JournalFolder,
  vault: Vault | null,
  mayOpen?: MayOpen,
): Promise<JournalFolder> {
  if ((await findLock(home)) === null) return home
  if (vault === null) throw new Failure('locked', 'the journal has a lock')
  return sealedFolder(home, vault, mayOpen)
}
