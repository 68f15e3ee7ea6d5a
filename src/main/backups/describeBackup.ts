/** What an archive says of itself, whatever its file is called. */
import { shortId } from '#shared/domain/backup/backup'
import type { RawDisk } from '../disk/rawFiles'
import type { DescribedBackup } from '../services/ports/backupStore'
import { areLocked } from './archiveKey'
import { archiveName } from './archiveName'
import { openArchive } from './openArchive'

/** Throws `bad-backup`, `newer-schema`. */
export async function describeBackup(disk: RawDisk, file: string): Promise<DescribedBackup> {
  const { manifest, size, close } = await openArchive(disk, file)
  await close()
  const { at, generation, files } = manifest
  const about = { at, generation, journal: shortId(manifest.journal) }
  return {
    backup: { name: archiveName(about), ...about, size },
    isLocked: areLocked(new Set(files.map(({ path }) => path))),
  }
}
