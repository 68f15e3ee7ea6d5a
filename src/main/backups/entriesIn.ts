/** Single entries out of a backup, as they were then. */
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { Failure } from '#shared/domain/failure'
import type { RawDisk } from '../disk/rawFiles'
import type { Vault } from '../storage/encryption/cipher/vault'
import { decoded } from '../storage/format/fileFormat'
import { recordOfPath } from '../storage/journal/recordOfPath'
import { entryFormat, entryKind } from '../storage/kinds/entryKind'
import { type ArchiveSecrets, archiveVault, areLocked, countingFiles, noSecrets, sealedPlaceOf } from './archiveKey'
import { openArchive } from './openArchive'

/** In any order. Of one that another lock sealed throws `sealed-elsewhere` without its passphrase, `wrong-passphrase`. Throws `not-found` when one is not in it, `unreadable` when one can't be read. */
export async function entriesIn(
  disk: RawDisk,
  file: string,
  ids: readonly EntryId[],
  secrets: ArchiveSecrets = noSecrets,
): Promise<Entry[]> {
  const wanted = new Set(ids)
  const archive = await openArchive(disk, file)
  let vault: Vault | null = null
  try {
    const { files } = archive.manifest
    const isLocked = areLocked(new Set(files.map(({ path }) => path)))
    if (isLocked) vault = await archiveVault(archive, secrets)
    if (isLocked && vault === null) throw new Failure('sealed-elsewhere', 'another lock sealed this backup')
    const entries: Entry[] = []
    for (const described of countingFiles(files, isLocked)) {
      const owner = recordOfPath([entryKind], described.path)
      if (!owner || !('id' in owner) || !wanted.delete(owner.id)) continue
      const bytes = await archive.read(described)
      entries.push(decoded(entryFormat, vault?.open(bytes, sealedPlaceOf([entryKind], described.path)) ?? bytes))
    }
    if (wanted.size > 0) throw new Failure('not-found', 'not in this backup')
    return entries
  } finally {
    vault?.forget()
    await archive.close()
  }
}
