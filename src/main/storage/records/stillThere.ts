/** The last look before a file is replaced, with the new one already on the disk under a name of its own: what came meanwhile is not overwritten. */
import { Failure } from '#shared/domain/failure'
import type { Disk } from '../../disk/disk'
import { type FileFingerprint, looksUnchanged } from '../../disk/fileFingerprint'

/** Throws `conflict` when something else lies there, or nothing. */
export async function stillThere(
  { files }: Disk,
  { path, seen }: { readonly path: string; readonly seen: FileFingerprint },
): Promise<void> {
  const info = await files.info(path)
  if (!looksUnchanged(seen, info)) throw new Failure('conflict', 'changed meanwhile')
}
