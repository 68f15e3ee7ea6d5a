/** Whether a backup holds all files of a journal as they are now: what was saved while it was made, or since, it may not. */
import type { RawDisk } from '../disk/rawFiles'
import { hashOf } from './hashes'
import { journalFiles } from './journalFiles'
import { archiveLimits, openArchive } from './openArchive'

/** Not asked for what lies in `elsewhere`, folders that are kept another way. Throws `bad-backup` and what the disk says. */
export async function holdsAll(
  disk: RawDisk,
  file: string,
  journal: string,
  elsewhere: readonly string[],
): Promise<boolean> {
  const archive = await openArchive(disk, file)
  try {
    const hashes = new Map(archive.manifest.files.map(({ path, sha256 }) => [path, sha256]))
    for (const { path, place } of await journalFiles(disk, journal)) {
      if (elsewhere.some((folder) => path.startsWith(`${folder}/`))) continue
      const { bytes } = await disk.files.read(place, archiveLimits.fileBytes)
      if (hashes.get(path) !== hashOf(bytes)) return false
    }
    return true
  } finally {
    await archive.close()
  }
}
